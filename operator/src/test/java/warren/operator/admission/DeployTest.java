package warren.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manifests in {@code deploy/} name what the operator looks for. */
final class DeployTest {
  private static final AdmissionObjects OBJECTS = new AdmissionObjects("warren-system");

  private final ValidatingWebhookConfiguration profiles =
      read("admission/profiles.yaml", ValidatingWebhookConfiguration.class);
  private final ValidatingWebhookConfiguration workflows =
      read("admission/workflows.yaml", ValidatingWebhookConfiguration.class);
  private final Service service = read("admission/profiles.yaml", Service.class);
  private final Deployment deployment = read("operator/deployment.yaml", Deployment.class);

  DeployTest() throws IOException {}

  @Test
  void namesAgree() {
    assertThat(List.of(profiles.getMetadata().getName(), workflows.getMetadata().getName()))
        .isEqualTo(AdmissionObjects.CONFIGURATIONS);
    calls(profiles, Webhook.PROFILES);
    calls(workflows, Webhook.WORKFLOWS);
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(service.getSpec().getSelector());
    assertThat(deployment.getSpec().getTemplate().getSpec().getContainers().getFirst().getPorts())
        .extracting(port -> port.getName())
        .contains("admission");
  }

  private void calls(ValidatingWebhookConfiguration configuration, String path) {
    var called = only(configuration).getClientConfig().getService();
    assertThat(called.getName() + "." + called.getNamespace() + ".svc").isEqualTo(OBJECTS.host());
    assertThat(called.getPath()).isEqualTo(path);
    assertThat(service.getMetadata().getName()).isEqualTo(called.getName());
    assertThat(service.getMetadata().getNamespace()).isEqualTo(called.getNamespace());
    assertThat(service.getSpec().getPorts())
        .extracting(port -> port.getPort(), port -> port.getTargetPort().getStrVal())
        .containsExactly(tuple(called.getPort(), "admission"));
  }

  @Test
  void theyNeverLockOutTheOperatorOrADeletion() {
    ValidatingWebhook ofProfiles = only(profiles);
    assertThat(ofProfiles.getRules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.getOperations()).containsExactly("CREATE", "UPDATE");
              assertThat(rule.getApiVersions()).containsExactly("v1alpha1", "v1alpha11");
            });
    assertThat(ofProfiles.getMatchConditions())
        .extracting(condition -> condition.getExpression())
        .containsExactly(
            "request.operation != 'CREATE' || !has(object.data) || !has(object.data.pinned) ||"
                + " object.data.pinned != true",
            "!has(object.metadata.deletionTimestamp)");
    ValidatingWebhook ofWorkflows = only(workflows);
    assertThat(ofWorkflows.getRules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.getOperations()).containsExactly("CREATE");
              assertThat(rule.getResources()).containsExactly("workflows");
            });
    assertThat(ofWorkflows.getMatchConditions())
        .extracting(condition -> condition.getExpression())
        .containsExactly("size(object.spec.dwDirectives) > 0");
  }

  private static ValidatingWebhook only(ValidatingWebhookConfiguration configuration) {
    assertThat(configuration.getWebhooks())
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.getFailurePolicy()).isEqualTo("Fail");
              assertThat(webhook.getSideEffects()).isEqualTo("None");
              assertThat(webhook.getTimeoutSeconds()).isLessThanOrEqualTo(10);
              assertThat(webhook.getClientConfig().getCaBundle())
                  .as("the operator's to set")
                  .isNull();
            });
    return configuration.getWebhooks().getFirst();
  }

  private static <T extends HasMetadata> T read(String file, Class<T> kind) throws IOException {
    String text =
        Files.readString(
            Path.of(System.getProperty("warren.home")).resolve("deploy").resolve(file));
    KubernetesSerialization serialization = new KubernetesSerialization();
    return List.of(text.split("(?m)^---$")).stream()
        .map(document -> serialization.<HasMetadata>unmarshal(document))
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}
