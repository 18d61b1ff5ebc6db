package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

/**
 * A pull secret that a profile names.
 *
 * @param type the Secret's type; empty when there is no such Secret
 */
record PullSecret(String name, String namespace, Optional<String> type) {
  private static final Set<String> TYPES =
      Set.of("kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg");

  PullSecret {
    requireNonNull(name, "name");
    requireNonNull(namespace, "namespace");
    requireNonNull(type, "type");
  }

  /** What is wrong with it; only a registry can say whether its credentials are good. */
  Optional<Finding> finding(String profile) {
    if (type.isEmpty()) {
      return Optional.of(
          error(
                  "secret-missing",
                  "The pull secret '"
                      + name
                      + "' of profile "
                      + profile
                      + " does not exist in namespace "
                      + namespace
                      + ".")
              .hint("An administrator has to create it there, with the registry's credentials."));
    }
    return TYPES.contains(type.get())
        ? Optional.empty()
        : Optional.of(
            error(
                    "secret-type",
                    "The secret '"
                        + name
                        + "' of profile "
                        + profile
                        + " has the type "
                        + type.get()
                        + ", which no registry takes.")
                .hint(
                    "An administrator has to make it anew with type kubernetes.io/dockerconfigjson."));
  }

  private static Finding error(String code, String message) {
    return Finding.error(new Code(code), Blame.INTERNAL, message);
  }
}
