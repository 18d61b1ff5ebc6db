package warren.operator.admission;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.dw.RuleBook;
import warren.operator.admission.certificates.CertificateKeeper;
import warren.operator.admission.certificates.Credentials;
import warren.operator.admission.certificates.CredentialsSecret;
import warren.operator.admission.certificates.Custody;
import warren.operator.admission.certificates.Lifetimes;
import warren.operator.admission.certificates.Rotation;
import warren.operator.admission.certificates.RotationStep;
import warren.operator.admission.certificates.ServingKeys;
import warren.operator.metrics.OperatorMetrics;
import warren.profile.ProfileCatalog;

/**
 * The running webhooks. Every replica serves what the Secret says; the one that leads keeps Secret
 * and {@code caBundle} in order.
 */
public final class Admission implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final ServingKeys keys = new ServingKeys();
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final Rotation rotation;
  private final CertificateKeeper keeper;
  private final InstantSource clock;
  private final AdmissionServer server;
  private final SharedIndexInformer<Secret> secrets;
  private final List<SharedIndexInformer<ValidatingWebhookConfiguration>> configurations;
  private volatile boolean leads;

  /**
   * What can be set.
   *
   * @param port to listen on; 0 for any that is free
   * @param profileNamespace where the administrator keeps the profiles
   * @param systemNamespace where the Secret and the Service are
   */
  public record Settings(
      int port, String profileNamespace, String systemNamespace, Lifetimes lifetimes) {}

  /**
   * Listens at once, and follows the Secret; writes nothing before {@link #keep}.
   *
   * @param rules the cluster's, by which new Workflows are judged
   * @param profiles the administrator's
   * @throws IOException when the port is taken
   */
  public Admission(
      KubernetesClient client,
      Settings settings,
      Supplier<RuleBook> rules,
      ProfileCatalog profiles,
      OperatorMetrics metrics,
      InstantSource clock)
      throws IOException {
    AdmissionObjects objects = new AdmissionObjects(settings.systemNamespace());
    ClusterCustody custody = new ClusterCustody(client, objects);
    this.clock = clock;
    rotation = new Rotation(objects.host(), settings.lifetimes());
    keeper = new CertificateKeeper(custody, rotation, clock);
    server =
        new AdmissionServer(
            settings.port(),
            keys,
            List.of(
                Webhook.of(new ProfileReview(settings.profileNamespace())),
                Webhook.of(new WorkflowReview(rules, profiles))),
            metrics);
    secrets = informer(custody.secretResource());
    configurations = custody.configurationResources().stream().map(this::informer).toList();
    secrets.start();
    configurations.forEach(SharedIndexInformer::start);
  }

  /**
   * To be called regularly, from the time on when this replica leads. Asks the API server only when
   * something is due.
   */
  public void keep() {
    leads = true;
    if (rotation.decide(held(), bundle(), clock.instant()) != RotationStep.KEEP) {
      keeper.keep();
    }
  }

  /** Whether the API server can call this replica, and trusts it. */
  public boolean isReady() {
    return keys.current().isPresent()
        && held()
            .filter(credentials -> bundle().filter(credentials::trustedBy).isPresent())
            .isPresent();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  private Optional<Credentials> held() {
    return secrets.getStore().list().stream()
        .findFirst()
        .map(ClusterCustody::kept)
        .map(Custody.Kept::data)
        .flatMap(CredentialsSecret::read);
  }

  private Optional<String> bundle() {
    return ClusterCustody.bundle(
        configurations.stream().flatMap(informer -> informer.getStore().list().stream()).toList());
  }

  private void changed() {
    held().map(Credentials::serving).ifPresent(keys::use);
    if (leads) {
      worker.execute(this::keepNow);
    }
  }

  private void keepNow() {
    try {
      keep();
    } catch (RuntimeException e) {
      LOG.warn(
          "admission certificates: not in order yet, and will be tried again: {}", e.getMessage());
    }
  }

  private <T extends HasMetadata> SharedIndexInformer<T> informer(Resource<T> resource) {
    return resource
        .runnableInformer(0)
        .exceptionHandler((started, failure) -> true)
        .addEventHandler(
            new ResourceEventHandler<T>() {
              @Override
              public void onAdd(T added) {
                changed();
              }

              @Override
              public void onUpdate(T before, T now) {
                changed();
              }

              @Override
              public void onDelete(T gone, boolean unknown) {
                changed();
              }
            });
  }

  @Override
  public void close() {
    secrets.stop();
    configurations.forEach(SharedIndexInformer::stop);
    worker.shutdownNow();
    server.close();
  }
}
