package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import warren.launch.Setting;
import warren.names.Reserved;

/** Gives the user a home directory to write to, which an image cannot have for an unknown user. */
final class Home {
  private Home() {}

  static PodSpec mount(PodSpec pod, Setting setting) {
    PodSpec with =
        pod.edit()
            .addNewVolume()
            .withName(Reserved.HOME_VOLUME)
            .withNewEmptyDir()
            .endEmptyDir()
            .endVolume()
            .build();
    return Containers.mount(
        with,
        List.of(
            new VolumeMountBuilder()
                .withName(Reserved.HOME_VOLUME)
                .withMountPath(setting.account().home())
                .build()));
  }
}
