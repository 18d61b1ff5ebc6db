package warren.operator.sweep;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.storage.FoundStorage;

/** Tells what nobody needs any more. Pure. */
final class Orphans {
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,4}");

  private Orphans() {}

  private record Directive(WorkflowIdentity workflow, int index) {}

  /**
   * The storage whose workflow is gone, by directive.
   *
   * @param candidates things of workflows; also those that are going, for what else is left waits
   *     for them; a claim alone is none of our business, as Kubernetes collects it
   * @param living the UIDs of all workflows in these namespaces
   * @param namespaces only workflows of these are known; things of others are left alone
   */
  static List<FoundStorage> among(
      List<HasMetadata> candidates, Set<String> living, Set<String> namespaces) {
    return candidates.stream()
        .filter(candidate -> !(candidate instanceof PersistentVolumeClaim))
        .flatMap(candidate -> directive(candidate).stream())
        .filter(directive -> namespaces.contains(directive.workflow().namespace()))
        .filter(directive -> !living.contains(directive.workflow().uid()))
        .distinct()
        .map(
            directive ->
                FoundStorage.among(candidates.stream(), directive.workflow(), directive.index()))
        .toList();
  }

  /** Of which directive it is; empty when it does not say so, as everything we make does. */
  private static Optional<Directive> directive(HasMetadata candidate) {
    Map<String, String> labels = candidate.getMetadata().getLabels();
    if (labels == null) {
      return Optional.empty();
    }
    String namespace = labels.get(Labels.WORKFLOW_NAMESPACE);
    String name = labels.get(Labels.WORKFLOW_NAME);
    String uid = labels.get(Labels.WORKFLOW_UID);
    String index = labels.get(Labels.DIRECTIVE_INDEX);
    return namespace == null
            || name == null
            || uid == null
            || index == null
            || !INDEX.matcher(index).matches()
        ? Optional.empty()
        : Optional.of(
            new Directive(new WorkflowIdentity(namespace, name, uid), Integer.parseInt(index)));
  }
}
