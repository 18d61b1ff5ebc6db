package warren.launch.mpi;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Optional;
import warren.launch.Setting;
import warren.names.Names;

/**
 * Puts launcher and workers on the Rabbits, as far as their profile's own wishes allow. All workers
 * share one template, so which worker lands on which Rabbit is the scheduler's choice.
 */
public final class Placement {
  private static final String NODE = "kubernetes.io/hostname";

  private Placement() {}

  /** A pod on any one of these nodes. */
  public static PodSpec onOneOf(List<String> rabbits, PodSpec pod) {
    return pod.edit()
        .editOrNewAffinity()
        .withNodeAffinity(among(rabbits, pod))
        .endAffinity()
        .build();
  }

  /** The job's workers on these nodes, no two on the same. */
  public static PodSpec oneOnEachOf(List<String> rabbits, PodSpec worker, Setting setting) {
    return onOneOf(rabbits, worker)
        .edit()
        .editAffinity()
        .editOrNewPodAntiAffinity()
        .addToRequiredDuringSchedulingIgnoredDuringExecution(apart(setting))
        .endPodAntiAffinity()
        .endAffinity()
        .build();
  }

  /** One term of a node selector has to hold: so the nodes are asked for in each that is there. */
  private static NodeAffinity among(List<String> rabbits, PodSpec pod) {
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
        .withNodeSelectorTerms(terms.stream().map(term -> and(term, rabbits)).toList())
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .build();
  }

  private static NodeSelectorTerm and(NodeSelectorTerm term, List<String> rabbits) {
    return term.edit()
        .addNewMatchExpression()
        .withKey(NODE)
        .withOperator("In")
        .withValues(rabbits)
        .endMatchExpression()
        .build();
  }

  /** Apart by the labels that mpi-operator gives to a job's workers. */
  private static PodAffinityTerm apart(Setting setting) {
    return new PodAffinityTermBuilder()
        .withTopologyKey(NODE)
        .withNewLabelSelector()
        .addToMatchLabels("training.kubeflow.org/job-name", Names.mpiJob(setting.workflow().name()))
        .addToMatchLabels("training.kubeflow.org/job-role", "worker")
        .endLabelSelector()
        .build();
  }
}
