package warren.operator.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import warren.names.Labels;
import warren.operator.admission.certificates.Custody;

/** The Secret and the webhook configurations in the cluster, asked each time. */
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

  List<Resource<ValidatingWebhookConfiguration>> configurationResources() {
    return AdmissionObjects.CONFIGURATIONS.stream()
        .map(client.admissionRegistration().v1().validatingWebhookConfigurations()::withName)
        .toList();
  }

  @Override
  public Optional<Kept> secret() {
    return Optional.ofNullable(secretResource().get()).map(ClusterCustody::kept);
  }

  @Override
  public Optional<String> bundle() {
    return bundle(configurations());
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
    for (ValidatingWebhookConfiguration configuration : configurations()) {
      if (!trusts(configuration, encoded)) {
        client
            .admissionRegistration()
            .v1()
            .validatingWebhookConfigurations()
            .withName(configuration.getMetadata().getName())
            .edit(now -> trusting(now, encoded));
      }
    }
  }

  private static boolean trusts(ValidatingWebhookConfiguration configuration, String encoded) {
    return configuration.getWebhooks().stream()
        .allMatch(webhook -> encoded.equals(webhook.getClientConfig().getCaBundle()));
  }

  private static ValidatingWebhookConfiguration trusting(
      ValidatingWebhookConfiguration configuration, String encoded) {
    ValidatingWebhookConfigurationBuilder builder =
        new ValidatingWebhookConfigurationBuilder(configuration);
    for (int i = 0; i < configuration.getWebhooks().size(); i++) {
      builder
          .editWebhook(i)
          .editClientConfig()
          .withCaBundle(encoded)
          .endClientConfig()
          .endWebhook();
    }
    return builder.build();
  }

  /** Those that are there: a site may do without one. */
  private List<ValidatingWebhookConfiguration> configurations() {
    return configurationResources().stream().map(Resource::get).filter(Objects::nonNull).toList();
  }

  static Kept kept(Secret secret) {
    return new Kept(
        Optional.ofNullable(secret.getData()).orElse(Map.of()),
        secret.getMetadata().getResourceVersion());
  }

  /**
   * The bundle of all webhooks of these configurations; the empty text when they do not have the
   * same, which has to be put right first. A text that is no Base64 counts as none.
   */
  static Optional<String> bundle(List<ValidatingWebhookConfiguration> configurations) {
    if (configurations.isEmpty()) {
      return Optional.empty();
    }
    List<String> bundles =
        configurations.stream()
            .flatMap(configuration -> configuration.getWebhooks().stream())
            .map(webhook -> Optional.ofNullable(webhook.getClientConfig().getCaBundle()).orElse(""))
            .distinct()
            .toList();
    return Optional.of(bundles.size() == 1 ? decoded(bundles.getFirst()) : "");
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
