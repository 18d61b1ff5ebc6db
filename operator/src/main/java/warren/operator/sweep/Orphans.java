package warren.operator.sweep;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warren.names.Labels;

/** Tells what nobody needs any more. Pure. */
final class Orphans {
  private Orphans() {}

  /**
   * Those whose workflow is gone.
   *
   * @param candidates things of workflows
   * @param living the UIDs of all workflows in these namespaces
   * @param namespaces only workflows of these are known; things of others are left alone
   */
  static List<HasMetadata> among(
      List<HasMetadata> candidates, Set<String> living, Set<String> namespaces) {
    return candidates.stream()
        .filter(candidate -> !candidate.isMarkedForDeletion())
        .filter(candidate -> isLeft(candidate.getMetadata().getLabels(), living, namespaces))
        .toList();
  }

  private static boolean isLeft(
      Map<String, String> labels, Set<String> living, Set<String> namespaces) {
    String uid = labels.get(Labels.WORKFLOW_UID);
    String namespace = labels.get(Labels.WORKFLOW_NAMESPACE);
    return uid != null
        && namespace != null
        && namespaces.contains(namespace)
        && !living.contains(uid);
  }
}
