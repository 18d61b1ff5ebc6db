package warren.operator.containers;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.names.Labels;
import warren.operator.containers.Unit.Phase;

/**
 * What Kubeflow's mpi-operator tells in an MPIJob's status; read without a model, so that no field
 * it may add one day can break the watch.
 */
final class MpiJobs {
  private MpiJobs() {}

  /**
   * An MPIJob has ended only when it has a completion time: {@code Failed} alone is taken back when
   * evicted workers were replaced.
   */
  static Phase phase(GenericKubernetesResource mpiJob) {
    boolean ended = mpiJob.get("status", "completionTime") != null;
    if (ended && holds(mpiJob, "Succeeded")) {
      return Phase.SUCCEEDED;
    }
    if (ended && holds(mpiJob, "Failed")) {
      return Phase.FAILED;
    }
    return holds(mpiJob, "Running") ? Phase.RUNNING : Phase.STARTING;
  }

  /** Whether mpi-operator has taken notice of the MPIJob. */
  static boolean isNoticed(GenericKubernetesResource mpiJob) {
    return holds(mpiJob, "Created");
  }

  /** The node that the launcher runs on, or ran on last. */
  static Optional<String> launcherNode(List<Pod> pods) {
    return pods.stream()
        .filter(MpiJobs::isLauncher)
        .flatMap(pod -> Optional.ofNullable(pod.getSpec().getNodeName()).stream())
        .findFirst();
  }

  static boolean isLauncher(Pod pod) {
    var labels = pod.getMetadata().getLabels();
    return labels != null && "launcher".equals(labels.get(Labels.MPI_ROLE));
  }

  static boolean isWorker(Pod pod) {
    var labels = pod.getMetadata().getLabels();
    return labels != null && "worker".equals(labels.get(Labels.MPI_ROLE));
  }

  private static boolean holds(GenericKubernetesResource mpiJob, String type) {
    return mpiJob.get("status", "conditions") instanceof List<?> conditions
        && conditions.stream()
            .anyMatch(
                condition ->
                    condition instanceof Map<?, ?> fields
                        && type.equals(fields.get("type"))
                        && "True".equals(fields.get("status")));
  }
}
