package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class KubeconfigTest {
  private static final String K3S =
      """
      apiVersion: v1
      clusters:
      - cluster:
          certificate-authority-data: Y2E=
          server: https://127.0.0.1:6443
        name: default
      contexts:
      - context:
          cluster: default
          user: default
        name: default
      current-context: default
      kind: Config
      users:
      - name: default
        user:
          client-certificate-data: Y2VydA==
          client-key-data: a2V5
      """;

  @Test
  void gets_the_address_and_the_name_and_keeps_the_credentials() {
    Config config =
        Serialization.unmarshal(
            Kubeconfig.forThisMachine(K3S, "warren-x", "https://localhost:32768"), Config.class);
    assertThat(config.getCurrentContext()).isEqualTo("warren-x");
    assertThat(config.getContexts())
        .singleElement()
        .satisfies(
            context -> {
              assertThat(context.getName()).isEqualTo("warren-x");
              assertThat(context.getContext().getCluster()).isEqualTo("warren-x");
              assertThat(context.getContext().getUser()).isEqualTo("warren-x");
            });
    assertThat(config.getClusters())
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.getName()).isEqualTo("warren-x");
              assertThat(cluster.getCluster().getServer()).isEqualTo("https://localhost:32768");
              assertThat(cluster.getCluster().getCertificateAuthorityData()).isEqualTo("Y2E=");
            });
    assertThat(config.getUsers())
        .singleElement()
        .satisfies(
            user -> {
              assertThat(user.getName()).isEqualTo("warren-x");
              assertThat(user.getUser().getClientCertificateData()).isEqualTo("Y2VydA==");
              assertThat(user.getUser().getClientKeyData()).isEqualTo("a2V5");
            });
  }

  @Test
  void is_refused_when_the_server_wrote_something_else() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Kubeconfig.forThisMachine(
                    "kind: Config\nclusters: []\n", "x", "https://localhost:1"));
  }
}
