package warren.pull;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a Secret is worth to those who pull images. None of it shows a password. */
public sealed interface PullSecretContent {
  /** The type of pull secrets that are made today. */
  String TYPE = "kubernetes.io/dockerconfigjson";

  /** The key of their content. */
  String KEY = ".dockerconfigjson";

  /** The older type; its key is {@code .dockercfg}, and its JSON has no {@code auths} around it. */
  String OLD_TYPE = "kubernetes.io/dockercfg";

  /**
   * It holds logins.
   *
   * @param logins in the secret's order; at least one
   */
  record Good(List<RegistryLogin> logins) implements PullSecretContent {
    public Good {
      logins = List.copyOf(logins);
      if (logins.isEmpty()) {
        throw new IllegalArgumentException("a good pull secret holds at least one login");
      }
    }
  }

  /** It is a Secret of another type: no kubelet looks into it. */
  record WrongType(String type) implements PullSecretContent {
    public WrongType {
      requireNonNull(type, "type");
    }
  }

  /**
   * A kubelet could not read it, or would find nothing in it.
   *
   * @param why such as {@code it holds no login}; quotes at most the name of a registry
   */
  record Malformed(String why) implements PullSecretContent {
    public Malformed {
      requireNonNull(why, "why");
    }
  }

  /**
   * Reads a Secret.
   *
   * @param type the Secret's type
   * @param data the Secret's data: each value is in base64
   */
  static PullSecretContent of(String type, Map<String, String> data) {
    return switch (Optional.ofNullable(type).orElse("Opaque")) {
      case TYPE -> DockerConfig.read(data, KEY, true);
      case OLD_TYPE -> DockerConfig.read(data, ".dockercfg", false);
      case String other -> new WrongType(other);
    };
  }
}
