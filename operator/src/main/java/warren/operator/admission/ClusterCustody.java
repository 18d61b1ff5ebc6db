package warren.operator.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import warren.names.Labels;
import warren.operator.admission.certificates.Custody;

/** The Secret and the webhook configuration in the cluster, asked each time. */
final class ClusterCustody implements Custody {
  private final KubernetesClient client;
  private final AdmissionObjects objects;

  ClusterCustody(KubernetesClient client, AdmissionObjects objects) {
    this.client = client;
    this.objects = objects;
  }

  Resource<Secret> secretResource() {
    return client.secrets().inNamespace(objects.namespace()).withName(AdmissionObjects.SECRET);
  }

  Resource<ValidatingWebhookConfiguration> configurationResource() {
    return client
        .admissionRegistration()
        .v1()
        .validatingWebhookConfigurations()
        .withName(AdmissionObjects.CONFIGURATION);
  }

  @Override
  public Optional<Kept> secret() {
    return Optional.ofNullable(secretResource().get()).map(ClusterCustody::kept);
  }

  @Override
  public Optional<String> bundle() {
    return Optional.ofNullable(configurationResource().get()).map(ClusterCustody::bundle);
  }

  @Override
  public void create(Map<String, String> data) {
    client.resource(secret(data).build()).create();
  }

  @Override
  public void replace(Map<String, String> data, String version) {
    client
        .resource(secret(data).editMetadata().withResourceVersion(version).endMetadata().build())
        .update();
  }

  @Override
  public void trust(String bundle) {
    String encoded = Base64.getEncoder().encodeToString(bundle.getBytes(UTF_8));
    configurationResource()
        .edit(
            configuration ->
                new ValidatingWebhookConfigurationBuilder(configuration)
                    .editFirstWebhook()
                    .editClientConfig()
                    .withCaBundle(encoded)
                    .endClientConfig()
                    .endWebhook()
                    .build());
  }

  static Kept kept(Secret secret) {
    return new Kept(
        Optional.ofNullable(secret.getData()).orElse(Map.of()),
        secret.getMetadata().getResourceVersion());
  }

  /** A text that is no Base64 counts as none. */
  static String bundle(ValidatingWebhookConfiguration configuration) {
    return configuration.getWebhooks().stream()
        .findFirst()
        .flatMap(webhook -> Optional.ofNullable(webhook.getClientConfig().getCaBundle()))
        .map(ClusterCustody::decoded)
        .orElse("");
  }

  private static String decoded(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // trusts nobody either
    }
  }

  private SecretBuilder secret(Map<String, String> data) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(objects.namespace())
        .withName(AdmissionObjects.SECRET)
        .addToLabels(Labels.MANAGED_BY, "warren")
        .endMetadata()
        .withType("Opaque")
        .withData(data);
  }
}
