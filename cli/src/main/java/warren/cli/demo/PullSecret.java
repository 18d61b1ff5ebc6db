package warren.cli.demo;

import io.fabric8.kubernetes.api.model.Secret;
import warren.cluster.Registry;
import warren.pull.RegistryLogin;

/** The pull secret an administrator makes of the token a user hands over. */
public final class PullSecret {
  /** The name in the examples' profiles. */
  public static final String NAME = "readonly-red-rock-slushy";

  private PullSecret() {}

  /** A pull secret for this registry. */
  public static Secret of(String namespace, String name, Registry registry, String password) {
    return new RegistryLogin(registry.nodeName(), registry.username(), password)
        .secret(namespace, name);
  }
}
