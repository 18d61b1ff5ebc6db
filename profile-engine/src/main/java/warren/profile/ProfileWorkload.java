package warren.profile;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;

/** What a profile runs: one pod per Rabbit, or an MPI launcher and a worker per Rabbit. */
public sealed interface ProfileWorkload {
  /** Every image it names, in order, each once. */
  List<String> images();

  /** Every pull secret it names, in order, each once. */
  List<String> pullSecrets();

  /**
   * One pod on every Rabbit.
   *
   * @param pod only the fields that a profile's author may decide; never null
   */
  record Single(PodSpec pod) implements ProfileWorkload {
    public Single {
      requireNonNull(pod, "pod");
    }

    @Override
    public List<String> images() {
      return PodSpecs.images(pod);
    }

    @Override
    public List<String> pullSecrets() {
      return PodSpecs.pullSecrets(pod);
    }
  }

  /**
   * An MPIJob: a launcher, and a worker on every Rabbit.
   *
   * @param launcher pod, labels and annotations; only what a profile's author may decide
   * @param worker the same
   * @param implementation {@code OpenMPI}, {@code Intel} or {@code MPICH}
   * @param slotsPerWorker ranks a worker takes, at least 1
   */
  record Mpi(
      PodTemplateSpec launcher, PodTemplateSpec worker, int slotsPerWorker, String implementation)
      implements ProfileWorkload {
    public Mpi {
      requireNonNull(launcher, "launcher");
      requireNonNull(worker, "worker");
      requireNonNull(implementation, "implementation");
      if (slotsPerWorker < 1) {
        throw new IllegalArgumentException("a worker has at least one slot");
      }
    }

    @Override
    public List<String> images() {
      return PodSpecs.images(launcher.getSpec(), worker.getSpec());
    }

    @Override
    public List<String> pullSecrets() {
      return PodSpecs.pullSecrets(launcher.getSpec(), worker.getSpec());
    }
  }
}
