package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import warren.launch.Setting;

/** Gives the user a home directory to write to, which an image cannot have for an unknown user. */
final class Home {
  private static final String VOLUME = "warren-home";

  private Home() {}

  static PodSpec mount(PodSpec pod, Setting setting) {
    PodSpec with =
        pod.edit()
            .addNewVolume()
            .withName(VOLUME)
            .withNewEmptyDir()
            .endEmptyDir()
            .endVolume()
            .build();
    return Containers.mount(
        with,
        List.of(
            new VolumeMountBuilder()
                .withName(VOLUME)
                .withMountPath(setting.account().home())
                .build()));
  }
}
