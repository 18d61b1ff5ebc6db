package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import warren.launch.ContainerFiles.File;
import warren.launch.Setting;
import warren.names.Reserved;

/** Puts the workload's own files into every container, each over the image's file of that path. */
final class Files {
  private Files() {}

  static PodSpec mount(PodSpec pod, Setting setting) {
    PodSpec with =
        pod.edit()
            .addNewVolume()
            .withName(Reserved.FILES_VOLUME)
            .withNewConfigMap()
            .withName(setting.files().name())
            .endConfigMap()
            .endVolume()
            .build();
    return Containers.mount(with, setting.files().files().stream().map(Files::mount).toList());
  }

  private static VolumeMount mount(File file) {
    return new VolumeMountBuilder()
        .withName(Reserved.FILES_VOLUME)
        .withMountPath(file.path())
        .withSubPath(file.key())
        .withReadOnly(true)
        .build();
  }
}
