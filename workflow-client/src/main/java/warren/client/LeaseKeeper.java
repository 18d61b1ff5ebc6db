package warren.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import warren.api.Workflow;
import warren.names.Names;

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
  private final Workflow workflow;
  private final InstantSource clock;
  private final Consumer<KubernetesClientException> onTrouble;
  private final CountDownLatch closed = new CountDownLatch(1);

  private LeaseKeeper(
      KubernetesClient client,
      Workflow workflow,
      InstantSource clock,
      Consumer<KubernetesClientException> onTrouble) {
    this.client = requireNonNull(client, "client");
    this.workflow = requireNonNull(workflow, "workflow");
    this.clock = requireNonNull(clock, "clock");
    this.onTrouble = requireNonNull(onTrouble, "onTrouble");
  }

  /**
   * Creates the Lease, or takes over the one that is there, and renews it from now on.
   *
   * @param workflow as stored, with its UID
   * @param holder who lives, such as {@code host/pid}
   * @param onTrouble hears of each renewal that failed, on the keeper's own thread
   * @throws KubernetesClientException when the Lease cannot be created
   */
  public static LeaseKeeper hold(
      KubernetesClient client,
      Workflow workflow,
      String holder,
      InstantSource clock,
      Consumer<KubernetesClientException> onTrouble) {
    LeaseKeeper keeper = new LeaseKeeper(client, workflow, clock, onTrouble);
    keeper.create(holder);
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

  private void create(String holder) {
    Lease lease = lease(workflow, holder, clock.instant().atZone(ZoneOffset.UTC));
    try {
      client.resource(lease).create();
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw refused;
      }
      renew(HOLDS);
    }
  }

  static Lease lease(Workflow workflow, String holder, ZonedDateTime now) {
    ZonedDateTime stamp = now.truncatedTo(ChronoUnit.MICROS);
    return new LeaseBuilder()
        .withNewMetadata()
        .withNamespace(workflow.getMetadata().getNamespace())
        .withName(Names.lease(workflow.getMetadata().getName()))
        .addNewOwnerReference()
        .withApiVersion(workflow.getApiVersion())
        .withKind(workflow.getKind())
        .withName(workflow.getMetadata().getName())
        .withUid(workflow.getMetadata().getUid())
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
    var patch = JsonNodeFactory.instance.objectNode();
    patch
        .putObject("spec")
        .put("renewTime", MICROS.format(clock.instant().atOffset(ZoneOffset.UTC)))
        .put("leaseDurationSeconds", Math.toIntExact(holds.toSeconds()));
    client
        .leases()
        .inNamespace(workflow.getMetadata().getNamespace())
        .withName(Names.lease(workflow.getMetadata().getName()))
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch.toString());
  }
}
