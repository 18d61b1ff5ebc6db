package warren.operator.rules;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.dw.Finding;
import warren.dw.RuleBook;
import warren.profile.catalog.RuleCatalog;
import warren.rules.ClusterRuleBook;

/**
 * The rule book that the {@code DWDirectiveRule} objects of one namespace make, kept up to date by
 * a watch. The objects are read once a change, not once a question. Can be shared between threads.
 */
public final class ClusterRules implements Supplier<RuleBook>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterRules.class);

  private final KubernetesClient client;
  private final String namespace;
  private final SharedIndexInformer<GenericKubernetesResource> informer;

  /** How many changes the watch has told of. */
  private final AtomicLong changes = new AtomicLong();

  private volatile Book latest = new Book(-1, ClusterRuleBook.of(List.of()));

  /**
   * A book as it was read.
   *
   * @param change after how many changes; -1 for none that was read
   */
  private record Book(long change, ClusterRuleBook rules) {}

  /**
   * Starts the watch, and does not wait for its first answer.
   *
   * @param namespace where the rule objects are: the operator's own, as for DWS
   */
  public ClusterRules(KubernetesClient client, String namespace) {
    this.client = requireNonNull(client, "client");
    this.namespace = requireNonNull(namespace, "namespace");
    informer =
        RuleCatalog.resources(client, namespace)
            .runnableInformer(0)
            // Whatever goes wrong, such as rights that are not there yet: the watch tries again.
            .exceptionHandler((started, failure) -> true)
            .addEventHandler(new Changes());
    informer.start();
  }

  /**
   * The rules as they are now. While the watch has not answered yet, they are asked for live: an
   * empty book would refuse every directive.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when asking live fails
   */
  @Override
  public RuleBook get() {
    if (!informer.hasSynced()) {
      return RuleCatalog.read(client, namespace).book();
    }
    // Before the store is read: a change that comes meanwhile makes this book one to be read again.
    long change = changes.get();
    Book known = latest;
    return known.change() == change ? known.rules().book() : readAgain(change);
  }

  private synchronized RuleBook readAgain(long change) {
    if (latest.change() < change) {
      ClusterRuleBook now = ClusterRuleBook.of(informer.getStore().list());
      boolean isNews =
          latest.change() < 0
              || !now.findings().equals(latest.rules().findings())
              || !now.book().objects().equals(latest.rules().book().objects());
      if (isNews) {
        log(now);
      }
      latest = new Book(change, now);
    }
    return latest.rules().book();
  }

  private void log(ClusterRuleBook rules) {
    LOG.info("rules: {} has rules for {}", namespace, rules.book().commands());
    rules.findings().stream().map(Finding::sentence).forEach(text -> LOG.warn("rules: {}", text));
  }

  @Override
  public void close() {
    informer.stop();
  }

  private final class Changes implements ResourceEventHandler<GenericKubernetesResource> {
    @Override
    public void onAdd(GenericKubernetesResource added) {
      changes.incrementAndGet();
    }

    @Override
    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
      changes.incrementAndGet();
    }

    @Override
    public void onDelete(GenericKubernetesResource gone, boolean unknown) {
      changes.incrementAndGet();
    }
  }
}
