package warren.operator.containers;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import warren.names.DirectiveIdentity;
import warren.names.Names;
import warren.operator.containers.Unit.Phase;

/** Reads the units of a container directive from what is in the cluster. Pure. */
final class Units {
  private static final Comparator<Pod> YOUNGEST_FIRST =
      Comparator.<Pod, String>comparing(pod -> pod.getMetadata().getCreationTimestamp()).reversed();

  private Units() {}

  /** One a Rabbit. */
  static List<Unit> single(
      DirectiveIdentity directive, List<String> rabbits, List<Job> jobs, List<Pod> pods) {
    return rabbits.stream()
        .map(
            rabbit -> {
              Optional<Job> job = named(jobs, Names.job(directive, rabbit));
              List<Pod> own = job.map(owner -> ownedBy(pods, owner)).orElse(List.of());
              return new Unit(
                  "on " + rabbit,
                  job.map(owner -> soonest(phase(owner), job, own)).orElse(Phase.ABSENT),
                  job.map(HasMetadata.class::cast),
                  job,
                  own,
                  List.of());
            })
        .toList();
  }

  /**
   * One for all.
   *
   * @param launcher the Job that mpi-operator made for the launcher
   */
  static List<Unit> mpi(
      DirectiveIdentity directive,
      List<GenericKubernetesResource> mpiJobs,
      Optional<Job> launcher,
      List<Pod> pods) {
    Optional<GenericKubernetesResource> mpiJob = named(mpiJobs, Names.mpiJob(directive));
    return List.of(
        new Unit(
            "as an MPI job",
            mpiJob
                .map(
                    job ->
                        soonest(
                            MpiJobs.phase(job),
                            launcher,
                            pods.stream().filter(MpiJobs::isLauncher).toList()))
                .orElse(Phase.ABSENT),
            mpiJob.map(HasMetadata.class::cast),
            launcher,
            pods.stream().sorted(YOUNGEST_FIRST).toList(),
            List.of()));
  }

  private static <T extends HasMetadata> Optional<T> named(List<T> objects, String name) {
    return objects.stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst();
  }

  private static List<Pod> ownedBy(List<Pod> pods, Job job) {
    return pods.stream()
        .filter(pod -> pod.hasOwnerReferenceFor(job.getMetadata().getUid()))
        .sorted(YOUNGEST_FIRST)
        .toList();
  }

  /**
   * The phase as the pods have it: Kubernetes and mpi-operator count pods up to a second or two
   * after a pod is ready or has ended. A pod's failure is final when the Job has no try left.
   *
   * @param owners as the owner of the pods has it
   * @param job the Job that makes the pods
   * @param pods without an MPI job's workers, which do not end by themselves
   */
  private static Phase soonest(Phase owners, Optional<Job> job, List<Pod> pods) {
    if (owners.hasEnded()) {
      return owners;
    }
    if (pods.stream().anyMatch(PodState::hasSucceeded)) {
      return Phase.SUCCEEDED;
    }
    if (job.filter(owner -> hasNoTryLeft(owner, pods)).isPresent()) {
      return Phase.FAILED;
    }
    return owners == Phase.RUNNING || pods.stream().anyMatch(PodState::isRunning)
        ? Phase.RUNNING
        : Phase.STARTING;
  }

  private static boolean hasNoTryLeft(Job job, List<Pod> pods) {
    Integer retries = job.getSpec() == null ? null : job.getSpec().getBackoffLimit();
    return retries != null && pods.stream().filter(PodState::hasFailed).count() > retries;
  }

  private static Phase phase(Job job) {
    var status = job.getStatus();
    if (status == null) {
      return Phase.STARTING;
    }
    for (JobCondition condition : status.getConditions()) {
      if ("True".equals(condition.getStatus())) {
        if ("Complete".equals(condition.getType())) {
          return Phase.SUCCEEDED;
        }
        if ("Failed".equals(condition.getType())) {
          return Phase.FAILED;
        }
      }
    }
    boolean succeeded = status.getSucceeded() != null && status.getSucceeded() > 0;
    boolean ready = status.getReady() != null && status.getReady() > 0;
    return succeeded || ready ? Phase.RUNNING : Phase.STARTING;
  }
}
