package warren.operator.containers;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.stream.Stream;

/** The images of a pod's containers, as the profile's author wrote them. */
final class PodImages {
  private PodImages() {}

  /**
   * A container's status may name another image of the same content, so the specification counts.
   */
  static String of(Pod pod, ContainerStatus status) {
    return Stream.concat(
            pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
        .filter(container -> container.getName().equals(status.getName()))
        .map(Container::getImage)
        .findFirst()
        .orElse(status.getImage());
  }
}
