package warren.client;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import warren.api.Workflow;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;
import warren.apiserver.exact.ExactPatch;
import warren.names.Names;
import warren.names.WorkflowIdentity;

/**
 * Keeps a workflow's Lease alive: as long as it is renewed, whoever drives the workflow lives. The
 * Lease is owned by the Workflow and goes with it.
 */
public final class LeaseKeeper implements AutoCloseable {
  /** How long a Lease holds without being renewed. */
  public static final Duration HOLDS = Duration.ofSeconds(30);

  /** How often it is renewed: two renewals may be lost before it expires. */
  public static final Duration RENEWED_EVERY = Duration.ofSeconds(10);

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private final KubernetesClient client;
  private final Lease lease;
  private final InstantSource clock;
  private final Consumer<KubernetesClientException> onTrouble;
  private final CountDownLatch closed = new CountDownLatch(1);

  private LeaseKeeper(
      KubernetesClient client,
      Lease lease,
      InstantSource clock,
      Consumer<KubernetesClientException> onTrouble) {
    this.client = requireNonNull(client, "client");
    this.lease = requireNonNull(lease, "lease");
    this.clock = requireNonNull(clock, "clock");
    this.onTrouble = requireNonNull(onTrouble, "onTrouble");
  }

  /**
   * Creates the Lease, or takes over the one that is there, and renews it from now on.
   *
   * @param holder who lives, such as {@code host/pid}
   * @param onTrouble hears of each renewal that failed, on the keeper's own thread
   * @throws KubernetesClientException when the Lease cannot be created
   */
  public static LeaseKeeper hold(
      KubernetesClient client,
      WorkflowIdentity workflow,
      String holder,
      InstantSource clock,
      Consumer<KubernetesClientException> onTrouble) {
    Lease lease = create(client, workflow, holder, clock.instant());
    LeaseKeeper keeper = new LeaseKeeper(client, lease, clock, onTrouble);
    Thread.ofPlatform().daemon().name("lease").start(keeper::renewUntilClosed);
    return keeper;
  }

  /**
   * Stops renewing and lets the workflow live for {@code duration} from now on, without anyone.
   *
   * @throws KubernetesClientException when the cluster does not answer or refuses
   */
  public synchronized void leaveFor(Duration duration) {
    close();
    renew(duration);
  }

  /** Stops renewing. The Lease is left to expire, or to go with its workflow. */
  @Override
  public void close() {
    closed.countDown();
  }

  private static Lease create(
      KubernetesClient client, WorkflowIdentity workflow, String holder, Instant now) {
    Lease lease = lease(workflow, holder, now.atZone(ZoneOffset.UTC));
    try {
      return client.resource(lease).create();
    } catch (KubernetesClientException refused) {
      ApiRequest creation = ApiRequest.create(lease);
      if (!(ApiFailure.of(creation, refused) instanceof ApiFailure.Stale)) {
        throw creation.failed(refused);
      }
      return takeOver(client, lease, refused);
    }
  }

  /**
   * Makes a Lease that is there this workflow's. It may be an earlier workflow's of the same name:
   * the garbage collector deletes nothing that was changed after it has looked.
   */
  private static Lease takeOver(
      KubernetesClient client, Lease lease, KubernetesClientException taken) {
    Lease stored = client.resource(lease).get();
    if (stored == null || stored.isMarkedForDeletion()) {
      throw taken;
    }
    ExactPatch.of(stored.getMetadata().getUid())
        .set("/metadata/ownerReferences", lease.getMetadata().getOwnerReferences())
        .set("/spec", lease.getSpec())
        .send(client, stored);
    return stored;
  }

  static Lease lease(WorkflowIdentity workflow, String holder, ZonedDateTime now) {
    ZonedDateTime stamp = now.truncatedTo(ChronoUnit.MICROS);
    return new LeaseBuilder()
        .withNewMetadata()
        .withNamespace(workflow.namespace())
        .withName(Names.lease(workflow.name()))
        .addNewOwnerReference()
        .withApiVersion(HasMetadata.getApiVersion(Workflow.class))
        .withKind(HasMetadata.getKind(Workflow.class))
        .withName(workflow.name())
        .withUid(workflow.uid())
        .endOwnerReference()
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(holder)
        .withLeaseDurationSeconds(Math.toIntExact(HOLDS.toSeconds()))
        .withAcquireTime(stamp)
        .withRenewTime(stamp)
        .endSpec()
        .build();
  }

  private void renewUntilClosed() {
    try {
      while (!closed.await(RENEWED_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        tryToRenew();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // the process is ending; the Lease may expire
    }
  }

  private synchronized void tryToRenew() {
    if (closed.getCount() == 0) {
      return; // closed meanwhile: a late renewal must not undo leaveFor
    }
    try {
      renew(HOLDS);
    } catch (KubernetesClientException trouble) {
      onTrouble.accept(trouble);
    }
  }

  private void renew(Duration holds) {
    ExactPatch.of(lease.getMetadata().getUid())
        .set("/spec/renewTime", MICROS.format(clock.instant().atOffset(ZoneOffset.UTC)))
        .set("/spec/leaseDurationSeconds", Math.toIntExact(holds.toSeconds()))
        .send(client, lease);
  }
}
