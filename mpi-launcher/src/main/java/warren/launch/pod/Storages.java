package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import warren.launch.Mount;
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

  private static Volume volume(Mount mount) {
    return new VolumeBuilder()
        .withName(mount.volume())
        .withNewPersistentVolumeClaim()
        .withClaimName(mount.claim())
        .endPersistentVolumeClaim()
        .build();
  }

  private static VolumeMount volumeMount(Mount mount) {
    return new VolumeMountBuilder().withName(mount.volume()).withMountPath(mount.path()).build();
  }
}
