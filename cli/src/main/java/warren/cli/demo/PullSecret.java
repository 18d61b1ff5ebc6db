package warren.cli.demo;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import warren.cluster.Registry;

/** The pull secret an administrator makes of the token a user hands over. */
public final class PullSecret {
  /** The name in the examples' profiles. */
  public static final String NAME = "readonly-red-rock-slushy";

  private PullSecret() {}

  /** A {@code kubernetes.io/dockerconfigjson} secret for this registry. */
  public static Secret of(String namespace, String name, Registry registry, String password) {
    String token =
        Base64.getEncoder()
            .encodeToString(
                (registry.username() + ":" + password).getBytes(StandardCharsets.UTF_8));
    Map<String, Object> config =
        Map.of("auths", Map.of(registry.nodeName(), Map.of("auth", token)));
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withType("kubernetes.io/dockerconfigjson")
        .addToStringData(".dockerconfigjson", Serialization.asJson(config))
        .build();
  }
}
