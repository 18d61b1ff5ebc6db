package warren.launch.pod;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Optional;

/**
 * Limits a pod to nodes by their names, as far as its profile's own wishes allow. The label {@code
 * kubernetes.io/hostname} would not do: it holds what the node calls itself, which need not be the
 * name of the Node object.
 */
public final class NodePlacement {
  private NodePlacement() {}

  /** A pod on any one of these nodes. */
  public static PodSpec onOneOf(List<String> nodes, PodSpec pod) {
    return pod.edit().editOrNewAffinity().withNodeAffinity(among(nodes, pod)).endAffinity().build();
  }

  /**
   * A node fits if one term of the selector holds as a whole. A term can ask for one name only, so
   * each of the profile's terms is combined with each node.
   */
  private static NodeAffinity among(List<String> nodes, PodSpec pod) {
    NodeAffinity own =
        Optional.ofNullable(pod.getAffinity())
            .map(Affinity::getNodeAffinity)
            .orElseGet(NodeAffinity::new);
    List<NodeSelectorTerm> terms =
        Optional.ofNullable(own.getRequiredDuringSchedulingIgnoredDuringExecution())
            .map(NodeSelector::getNodeSelectorTerms)
            .orElseGet(() -> List.of(new NodeSelectorTerm()));
    return own.edit()
        .withNewRequiredDuringSchedulingIgnoredDuringExecution()
        .withNodeSelectorTerms(
            terms.stream().flatMap(term -> nodes.stream().map(node -> and(term, node))).toList())
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .build();
  }

  private static NodeSelectorTerm and(NodeSelectorTerm term, String node) {
    return term.edit()
        .addNewMatchField()
        .withKey("metadata.name")
        .withOperator("In")
        .withValues(node)
        .endMatchField()
        .build();
  }
}
