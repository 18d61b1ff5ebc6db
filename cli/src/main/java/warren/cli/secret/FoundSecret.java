package warren.cli.secret;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warren.cli.ExitStatus;
import warren.pull.PullSecretContent;
import warren.pull.RegistryLogin;

/**
 * A pull secret that a profile names, where the operator would find it.
 *
 * @param namespaces where it was looked for, in this order
 * @param namespace where it is
 * @param content empty when it is nowhere
 */
record FoundSecret(
    String name,
    List<String> namespaces,
    Optional<String> namespace,
    Optional<PullSecretContent> content) {
  FoundSecret {
    namespaces = List.copyOf(namespaces);
  }

  /** Looks for it in these namespaces. */
  static FoundSecret find(KubernetesClient client, String name, List<String> namespaces) {
    Optional<Secret> secret =
        namespaces.stream()
            .map(namespace -> client.secrets().inNamespace(namespace).withName(name).get())
            .filter(Objects::nonNull)
            .findFirst();
    return new FoundSecret(
        name,
        namespaces,
        secret.map(there -> there.getMetadata().getNamespace()),
        secret.map(there -> PullSecretContent.of(there.getType(), there.getData())));
  }

  /** Its logins; none when it is no use. */
  Stream<Keyring.Key> keys() {
    return logins().map(login -> new Keyring.Key(name, login));
  }

  /** For the administrator: where it is, and what for. */
  String sentence() {
    String told = "pull secret '%s': ".formatted(name);
    if (content.isEmpty()) {
      return told
          + "missing in "
          + namespaces.stream()
              .map("namespace %s"::formatted)
              .collect(Collectors.joining(" and in "))
          + "; make it with warren secret create";
    }
    String where = "in namespace " + namespace.orElseThrow();
    return told
        + switch (content.get()) {
          case PullSecretContent.Good good ->
              where
                  + ", for "
                  + logins()
                      .map(login -> login.server() + " as " + login.username())
                      .collect(Collectors.joining(", "));
          case PullSecretContent.WrongType wrong ->
              where
                  + ", but of type "
                  + wrong.type()
                  + ": delete it, and make it with warren secret create";
          case PullSecretContent.Malformed malformed ->
              where
                  + ", but no use: "
                  + malformed.why()
                  + "; make it anew with warren secret create --replace";
        };
  }

  int exitStatus() {
    return logins().findAny().isPresent() ? ExitStatus.OK : ExitStatus.REFUSED;
  }

  private Stream<RegistryLogin> logins() {
    return content.stream()
        .flatMap(
            any ->
                any instanceof PullSecretContent.Good good
                    ? good.logins().stream()
                    : Stream.empty());
  }
}
