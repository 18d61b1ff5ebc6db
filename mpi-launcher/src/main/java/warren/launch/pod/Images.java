package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import warren.launch.Setting;

/**
 * Makes a node ask the registry for every image, also for one it holds: from a node's cache a
 * private image would be handed to a profile that has no secret for it.
 */
final class Images {
  private Images() {}

  static PodSpec alwaysAsk(PodSpec pod, Setting setting) {
    return Containers.each(
        pod, container -> container.edit().withImagePullPolicy("Always").build());
  }
}
