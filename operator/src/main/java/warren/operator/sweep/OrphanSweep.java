package warren.operator.sweep;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.api.RabbitDirectory;
import warren.api.Workflow;
import warren.names.Labels;
import warren.operator.decision.Decision;
import warren.operator.decision.Executor;
import warren.operator.decision.Outcome;
import warren.operator.driver.RabbitAgents;
import warren.operator.entries.LogLine;
import warren.operator.entries.WorkflowDraft;
import warren.operator.metrics.Metric;
import warren.operator.metrics.OperatorMetrics;
import warren.operator.storage.FoundStorage;
import warren.operator.storage.OrphanedStorage;

/**
 * Finds volumes and RabbitDirectories whose workflow is gone, and removes the directories, then
 * them. Kubernetes collects what is in a workflow's namespace; these are elsewhere, and are left
 * only when somebody took our finalizer away.
 */
public final class OrphanSweep implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
  private static final String WARREN = "warren";

  private final KubernetesClient client;
  private final Set<String> workflowNamespaces;
  private final String systemNamespace;
  private final OrphanedStorage storage;
  private final OperatorMetrics metrics;
  private final InstantSource clock;
  private final Executor executor;

  public OrphanSweep(
      KubernetesClient client,
      Set<String> workflowNamespaces,
      String systemNamespace,
      OrphanedStorage storage,
      OperatorMetrics metrics,
      InstantSource clock) {
    this.client = requireNonNull(client, "client");
    this.workflowNamespaces = Set.copyOf(workflowNamespaces);
    this.systemNamespace = requireNonNull(systemNamespace, "systemNamespace");
    this.storage = requireNonNull(storage, "storage");
    this.metrics = requireNonNull(metrics, "metrics");
    this.clock = requireNonNull(clock, "clock");
    this.executor = new Executor(client);
  }

  /**
   * Sweeps once; removing takes several sweeps. What might be left is listed before the workflows
   * are, so that a new workflow's things are never taken for left; and a list that fails ends the
   * sweep.
   */
  @Override
  public void run() {
    List<HasMetadata> candidates = candidates();
    if (!candidates.isEmpty()) {
      Orphans.among(candidates, living(), workflowNamespaces).forEach(this::remove);
    }
  }

  private List<HasMetadata> candidates() {
    List<HasMetadata> candidates = new ArrayList<>();
    candidates.addAll(
        client.persistentVolumes().withLabel(Labels.MANAGED_BY, WARREN).list().getItems());
    candidates.addAll(
        client
            .resources(RabbitDirectory.class)
            .inNamespace(systemNamespace)
            .withLabel(Labels.MANAGED_BY, WARREN)
            .list()
            .getItems());
    if (candidates.isEmpty()) {
      return candidates;
    }
    for (String namespace : workflowNamespaces) {
      candidates.addAll(
          client
              .persistentVolumeClaims()
              .inNamespace(namespace)
              .withLabel(Labels.MANAGED_BY, WARREN)
              .list()
              .getItems());
    }
    return candidates;
  }

  private Set<String> living() {
    Set<String> living = new HashSet<>();
    for (String namespace : workflowNamespaces) {
      client.resources(Workflow.class).inNamespace(namespace).list().getItems().stream()
          .map(workflow -> workflow.getMetadata().getUid())
          .forEach(living::add);
    }
    return living;
  }

  private void remove(FoundStorage found) {
    String told =
        "storage %d of %s/%s (%s), which is gone"
            .formatted(
                found.directive(),
                found.workflow().namespace(),
                found.workflow().name(),
                found.workflow().uid());
    Optional<Decision> decision =
        storage.decide(found, () -> RabbitAgents.pods(client, systemNamespace), clock.instant());
    if (decision.isEmpty()) {
      metrics.count(Metric.ORPHANS, "foreign");
      LOG.warn(
          "{}: is left alone, as its directories are not below this operator's storage roots;"
              + " remove them, then its volume and its RabbitDirectories",
          told);
      return;
    }
    Outcome outcome = executor.carryOut(found.workflow(), decision.get(), clock.instant());
    metrics.count(Metric.ORPHANS, finding(outcome));
    switch (outcome) {
      case Outcome.Done done -> LOG.info("{}: is removed", told);
      case Outcome.Wait wait ->
          LOG.warn(
              "{}: {} If one of its Rabbits is gone for good, delete its PersistentVolume and its"
                  + " RabbitDirectories in namespace {}",
              told,
              LogLine.of(wait.reason()),
              systemNamespace);
      case Outcome.Retry retry -> LOG.warn("{}: {}", told, WorkflowDraft.message(retry));
      case Outcome.Fail fail ->
          LOG.warn("{}: {}", told, LogLine.of(WorkflowDraft.message(fail.findings())));
    }
  }

  private static String finding(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> "removed";
      case Outcome.Wait wait -> "waiting";
      case Outcome.Retry retry -> "waiting";
      case Outcome.Fail fail -> "failed";
    };
  }
}
