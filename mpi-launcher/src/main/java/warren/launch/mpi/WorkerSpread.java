package warren.launch.mpi;

import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import warren.launch.Setting;
import warren.launch.pod.NodePlacement;
import warren.names.Labels;
import warren.names.Names;

/**
 * Puts an MPI job's workers on the Rabbits, one on each. All workers share one template, so which
 * worker lands on which Rabbit is the scheduler's choice.
 */
public final class WorkerSpread {
  private WorkerSpread() {}

  /** The job's workers on these nodes, no two on the same. */
  public static PodSpec oneOnEachOf(List<String> rabbits, PodSpec worker, Setting setting) {
    return NodePlacement.onOneOf(rabbits, worker)
        .edit()
        .editAffinity()
        .editOrNewPodAntiAffinity()
        .addToRequiredDuringSchedulingIgnoredDuringExecution(apart(setting))
        .endPodAntiAffinity()
        .endAffinity()
        .build();
  }

  /** Apart by the labels that mpi-operator gives to a job's workers. */
  private static PodAffinityTerm apart(Setting setting) {
    return new PodAffinityTermBuilder()
        // Only labels make a topology; this one differs between nodes, whatever they are called.
        .withTopologyKey("kubernetes.io/hostname")
        .withNewLabelSelector()
        .addToMatchLabels("training.kubeflow.org/job-name", Names.mpiJob(setting.directive()))
        .addToMatchLabels(Labels.MPI_ROLE, "worker")
        .endLabelSelector()
        .build();
  }
}
