package warren.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warren.operator.FakeCluster;
import warren.operator.admission.certificates.Custody;

/** Each request that is made is one that the operator's roles allow. */
final class ClusterCustodyTest {
  private static final String SECRETS = " /api/v1/namespaces/warren-system/secrets";
  private static final String CONFIGURATIONS =
      " /apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/";
  private static final String PROFILES = CONFIGURATIONS + "warren-profiles";
  private static final String WORKFLOWS = CONFIGURATIONS + "warren-workflows";

  private FakeCluster cluster;
  private ClusterCustody custody;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster();
    custody = new ClusterCustody(cluster.client(), new AdmissionObjects("warren-system"));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void nothingIsThere() {
    assertThat(custody.secret()).isEmpty();
    assertThat(custody.bundle()).isEmpty();
  }

  @Test
  void whatIsThereIsRead() {
    cluster.has("GET" + SECRETS + "/warren-admission", secret().build());
    cluster.has("GET" + PROFILES, configuration("YSBidW5kbGU=").build());
    cluster.has("GET" + WORKFLOWS, configuration("YSBidW5kbGU=").build());

    assertThat(custody.secret()).contains(new Custody.Kept(Map.of("ca.crt", "YQ=="), "7"));
    assertThat(custody.bundle()).contains("a bundle");
  }

  @Test
  void aSecretWithoutDataAndABundleThatIsNoBase64AreEmpty() {
    cluster.has("GET" + SECRETS + "/warren-admission", secret().withData(null).build());
    cluster.has("GET" + PROFILES, configuration("?").build());

    assertThat(custody.secret()).contains(new Custody.Kept(Map.of(), "7"));
    assertThat(custody.bundle()).contains("");
  }

  @Test
  void aNewSecretIsCreatedAndAnOldOneReplacedInTheStateThatWasSeen() {
    cluster.has("POST" + SECRETS, secret().build());
    cluster.has("PUT" + SECRETS + "/warren-admission", secret().build());

    custody.create(Map.of("ca.crt", "YQ=="));
    custody.replace(Map.of("ca.crt", "Yg=="), "7");
    assertThat(cluster.requests())
        .containsExactly("POST" + SECRETS, "PUT" + SECRETS + "/warren-admission");
  }

  @Test
  void aConflictIsTheCallersToTell() {
    cluster.refuses("PUT" + SECRETS + "/warren-admission", 409, "it is another one by now");

    assertThatThrownBy(() -> custody.replace(Map.of(), "7"))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("it is another one by now");
  }

  @Test
  void aSiteMayDoWithoutOneConfiguration() {
    cluster.has("GET" + WORKFLOWS, configuration("YSBidW5kbGU=").build());

    assertThat(custody.bundle()).contains("a bundle");
  }

  @Test
  void configurationsOfDifferentBundlesTrustNobodyTogether() {
    cluster.has("GET" + PROFILES, configuration("YSBidW5kbGU=").build());
    cluster.has("GET" + WORKFLOWS, configuration(null).build());

    assertThat(custody.bundle()).contains("");
  }

  @Test
  void trustIsOneSmallPatchForEachConfigurationThatLacksIt() {
    cluster.has("GET" + PROFILES, configuration("YSBidW5kbGU=").build());
    cluster.has(
        "GET" + WORKFLOWS,
        configuration("").editMetadata().withName("warren-workflows").endMetadata().build());
    cluster.has("PATCH" + WORKFLOWS, configuration("YSBidW5kbGU=").build());

    custody.trust("a bundle");
    assertThat(cluster.requests())
        .containsExactly(
            "GET" + PROFILES, "GET" + WORKFLOWS, "GET" + WORKFLOWS, "PATCH" + WORKFLOWS);
  }

  private static SecretBuilder secret() {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace("warren-system")
        .withName("warren-admission")
        .withResourceVersion("7")
        .endMetadata()
        .withData(Map.of("ca.crt", "YQ=="));
  }

  private static ValidatingWebhookConfigurationBuilder configuration(String bundle) {
    return new ValidatingWebhookConfigurationBuilder()
        .withNewMetadata()
        .withName("warren-profiles")
        .endMetadata()
        .addNewWebhook()
        .withName("profiles.warren.internal")
        .withNewClientConfig()
        .withCaBundle(bundle)
        .endClientConfig()
        .endWebhook();
  }
}
