package warren.profile;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Questions about pods. */
public final class PodSpecs {
  private PodSpecs() {}

  /** The images of the pods' containers, those that run first included; each once, in order. */
  public static List<String> images(PodSpec... pods) {
    return Arrays.stream(pods)
        .flatMap(PodSpecs::allContainers)
        .map(Container::getImage)
        .distinct()
        .toList();
  }

  /** The names of the pods' pull secrets; each once, in order. */
  public static List<String> pullSecrets(PodSpec... pods) {
    return Arrays.stream(pods)
        .flatMap(pod -> pod.getImagePullSecrets().stream())
        .map(LocalObjectReference::getName)
        .distinct()
        .toList();
  }

  /** The pod's init containers and after them its containers, as they start. */
  public static Stream<Container> allContainers(PodSpec pod) {
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
  }
}
