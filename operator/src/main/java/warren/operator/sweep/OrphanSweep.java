package warren.operator.sweep;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.api.Workflow;
import warren.names.Labels;
import warren.operator.decision.Action.Propagation;
import warren.operator.decision.Deletion;

/**
 * Finds volumes and directory Jobs whose workflow is gone. Kubernetes collects what is in a
 * workflow's namespace; these are elsewhere, and are left only when somebody took our finalizer
 * away.
 */
public final class OrphanSweep implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
  private static final String WARREN = "warren";

  private final KubernetesClient client;
  private final Set<String> workflowNamespaces;
  private final String systemNamespace;

  public OrphanSweep(
      KubernetesClient client, Set<String> workflowNamespaces, String systemNamespace) {
    this.client = requireNonNull(client, "client");
    this.workflowNamespaces = Set.copyOf(workflowNamespaces);
    this.systemNamespace = requireNonNull(systemNamespace, "systemNamespace");
  }

  /**
   * Sweeps once. What might be left is listed before the workflows are, so that a new workflow's
   * things are never taken for left; and a list that fails ends the sweep.
   */
  @Override
  public void run() {
    List<HasMetadata> candidates = new ArrayList<>();
    candidates.addAll(
        client.persistentVolumes().withLabel(Labels.MANAGED_BY, WARREN).list().getItems());
    candidates.addAll(
        client
            .batch()
            .v1()
            .jobs()
            .inNamespace(systemNamespace)
            .withLabel(Labels.MANAGED_BY, WARREN)
            .list()
            .getItems());
    if (candidates.isEmpty()) {
      return;
    }
    Set<String> living = new HashSet<>();
    for (String namespace : workflowNamespaces) {
      client.resources(Workflow.class).inNamespace(namespace).list().getItems().stream()
          .map(workflow -> workflow.getMetadata().getUid())
          .forEach(living::add);
    }
    for (HasMetadata orphan : Orphans.among(candidates, living, workflowNamespaces)) {
      LOG.warn(
          "{} {} is removed: its workflow is gone",
          orphan.getKind(),
          orphan.getMetadata().getName());
      Deletion.of(client, orphan, Propagation.BACKGROUND);
    }
  }
}
