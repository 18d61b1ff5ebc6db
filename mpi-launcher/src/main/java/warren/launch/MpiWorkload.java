package warren.launch;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/**
 * A launcher on one of the Rabbits, and a worker on each.
 *
 * @param rabbits node names, each once
 * @param launcher the profile's own part of the launcher's pod; the first container calls mpirun
 * @param worker the profile's own part of a worker's pod; the first container runs the SSH server
 * @param slotsPerWorker ranks a worker takes, at least 1
 * @param implementation {@code OpenMPI}, {@code Intel} or {@code MPICH}
 */
public record MpiWorkload(
    Setting setting,
    List<String> rabbits,
    PodTemplateSpec launcher,
    PodTemplateSpec worker,
    int slotsPerWorker,
    String implementation)
    implements Workload {
  public MpiWorkload {
    requireNonNull(setting, "setting");
    requireNonNull(launcher, "launcher");
    requireNonNull(worker, "worker");
    requireNonNull(implementation, "implementation");
    rabbits = List.copyOf(rabbits);
    if (rabbits.isEmpty() || slotsPerWorker < 1) {
      throw new IllegalArgumentException("a workload has at least one Rabbit and one slot");
    }
  }
}
