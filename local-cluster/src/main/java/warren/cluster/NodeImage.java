package warren.cluster;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Which image the nodes are made of. This is the only place that knows more than one. */
sealed interface NodeImage {
  /** The k3s that is pulled where a container registry can be reached. */
  String K3S = "rancher/k3s:v1.34.2-k3s1";

  /** Docker gets it from somewhere. */
  record Pulled(String image) implements NodeImage {}

  /** It is built on this machine from package registries. */
  record BuiltHere() implements NodeImage {}

  /**
   * Chooses the image.
   *
   * @param setting the person's wish
   * @param registryAnswers asked only when there is no wish
   */
  static NodeImage choose(Optional<String> setting, BooleanSupplier registryAnswers) {
    if (setting.isPresent()) {
      return new Pulled(setting.get());
    }
    return registryAnswers.getAsBoolean() ? new Pulled(K3S) : new BuiltHere();
  }
}
