package warren.launch.mpi;

import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeAffinityBuilder;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodAntiAffinityBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import warren.launch.Setting;
import warren.names.Names;

/**
 * Puts launcher and workers on the Rabbits. All workers share one template, so which worker lands
 * on which Rabbit is the scheduler's choice.
 */
public final class Placement {
  private static final String NODE = "kubernetes.io/hostname";

  private Placement() {}

  /** A pod on any one of these nodes. */
  public static PodSpec onOneOf(List<String> rabbits, PodSpec pod) {
    return pod.edit().withNewAffinity().withNodeAffinity(among(rabbits)).endAffinity().build();
  }

  /** The job's workers on these nodes, no two on the same. */
  public static PodSpec oneOnEachOf(List<String> rabbits, PodSpec worker, Setting setting) {
    return worker
        .edit()
        .withNewAffinity()
        .withNodeAffinity(among(rabbits))
        .withPodAntiAffinity(apart(setting))
        .endAffinity()
        .build();
  }

  private static NodeAffinity among(List<String> rabbits) {
    return new NodeAffinityBuilder()
        .withNewRequiredDuringSchedulingIgnoredDuringExecution()
        .addNewNodeSelectorTerm()
        .addNewMatchExpression()
        .withKey(NODE)
        .withOperator("In")
        .withValues(rabbits)
        .endMatchExpression()
        .endNodeSelectorTerm()
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .build();
  }

  /** Apart by the labels that mpi-operator gives to a job's workers. */
  private static PodAntiAffinity apart(Setting setting) {
    return new PodAntiAffinityBuilder()
        .addNewRequiredDuringSchedulingIgnoredDuringExecution()
        .withTopologyKey(NODE)
        .withNewLabelSelector()
        .addToMatchLabels("training.kubeflow.org/job-name", Names.mpiJob(setting.workflow().name()))
        .addToMatchLabels("training.kubeflow.org/job-role", "worker")
        .endLabelSelector()
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .build();
  }
}
