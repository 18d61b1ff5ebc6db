package warren.launch.pod;

import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFileBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import warren.launch.ContainerFiles.File;
import warren.launch.Setting;
import warren.names.Labels;
import warren.names.Reserved;

/**
 * Puts the workload's own files into every container, each over the image's file of that path. The
 * files come from annotations of the pod, by the downward API: a node has them with the pod, while
 * it would have to fetch a ConfigMap before it could start the pod.
 */
final class Files {
  private static final Integer EXECUTABLE = 0555;

  private Files() {}

  static PodSpec mount(PodSpec pod, Setting setting) {
    PodSpec with =
        pod.edit()
            .addNewVolume()
            .withName(Reserved.FILES_VOLUME)
            .withNewDownwardAPI()
            .addAllToItems(setting.files().files().stream().map(Files::item).toList())
            .endDownwardAPI()
            .endVolume()
            .build();
    return Containers.mount(with, setting.files().files().stream().map(Files::mount).toList());
  }

  private static DownwardAPIVolumeFile item(File file) {
    return new DownwardAPIVolumeFileBuilder()
        .withPath(file.key())
        .withMode(file.executable() ? EXECUTABLE : null)
        .withNewFieldRef()
        .withFieldPath("metadata.annotations['" + Labels.file(file.key()) + "']")
        .endFieldRef()
        .build();
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
