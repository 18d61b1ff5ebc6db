package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import warren.launch.MountSource;
import warren.launch.PodMount;
import warren.launch.Setting;

/** Mounts the job's storages in every container, by claims: a user's pod never has a hostPath. */
final class Storages {
  private Storages() {}

  static PodSpec mount(PodSpec pod, Setting setting) {
    PodSpec with =
        pod.edit()
            .addAllToVolumes(setting.mounts().stream().map(Storages::volume).toList())
            .build();
    return Containers.mount(with, setting.mounts().stream().map(Storages::volumeMount).toList());
  }

  private static Volume volume(PodMount mounted) {
    VolumeBuilder volume = new VolumeBuilder().withName(mounted.volume());
    return switch (mounted.mount().source()) {
      case MountSource.Claim claim ->
          volume
              .withNewPersistentVolumeClaim()
              .withClaimName(claim.name())
              .endPersistentVolumeClaim()
              .build();
    };
  }

  private static VolumeMount volumeMount(PodMount mounted) {
    VolumeMountBuilder mount =
        new VolumeMountBuilder().withName(mounted.volume()).withMountPath(mounted.path());
    if (mounted.mount().readOnly()) {
      mount.withReadOnly(true);
    }
    mounted.mount().subPath().ifPresent(mount::withSubPath);
    return mount.build();
  }
}
