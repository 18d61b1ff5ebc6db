package warren.operator.containers;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.Labels;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;

/**
 * Decides what becomes of workers of an MPI job that end before the launcher has. mpi-operator
 * leaves such a worker as it is, and makes only a missing one anew: so the worker is deleted, as
 * often as the profile allows tries. Pure.
 */
final class EndedWorkers {
  /** Before the second try; doubled for each further one, as a Job does it. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

  /** 10 s doubled six times is longer than the 6 minutes a Job pauses at most. */
  private static final int DOUBLINGS = 5;

  private EndedWorkers() {}

  /** Empty when no worker has ended too early, or the MPI job is over. */
  static Optional<Decision> decide(SeenContainers seen, Instant now) {
    List<Pod> ended =
        seen.units().stream()
            .filter(unit -> !unit.phase().hasEnded())
            .flatMap(unit -> unit.pods().stream())
            .filter(pod -> MpiJobs.isWorker(pod) && !pod.isMarkedForDeletion())
            .filter(pod -> PodState.hasEnded(pod) || PodState.hasFailed(pod))
            .toList();
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    Set<String> replaced = new TreeSet<>(seen.replacedWorkers());
    int before = replaced.size();
    ended.forEach(pod -> replaced.add(pod.getMetadata().getUid()));
    Finding finding = finding(ended, seen.profile());
    if (replaced.size() > seen.plan().profile().retryLimit()) {
      return Optional.of(Decision.fail(finding).with(Endings.stop(seen)));
    }
    String reason =
        "Failed "
            + (replaced.size() == 1 ? "once" : replaced.size() + " times")
            + ", tried again: "
            + finding.sentence();
    Instant due =
        lastEnd(ended, now).plus(FIRST_PAUSE.multipliedBy(1L << Math.min(before, DOUBLINGS)));
    return Optional.of(
        now.isBefore(due)
            ? Decision.waitFor(reason, due)
            : Decision.waitFor(reason)
                .with(ended.stream().map(Action.Delete::new).toList())
                .annotate(
                    Labels.replacedWorkers(seen.plan().directive().index()),
                    String.join(",", replaced)));
  }

  private static Instant lastEnd(List<Pod> ended, Instant now) {
    return ended.stream()
        .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
        .flatMap(status -> Stream.ofNullable(status.getState()))
        .flatMap(state -> Stream.ofNullable(state.getTerminated()))
        .flatMap(end -> Stream.ofNullable(end.getFinishedAt()))
        .map(Instant::parse)
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private static Finding finding(List<Pod> ended, String profile) {
    return ContainerFailure.cause(ended.stream().flatMap(ContainerFailure::of))
        .map(failure -> failure.finding("as an MPI job", profile))
        .orElseGet(
            () ->
                Finding.error(
                        new Code("worker-ended"),
                        Blame.USER,
                        "The worker of profile "
                            + profile
                            + " on "
                            + ended.getFirst().getSpec().getNodeName()
                            + " ended by itself, before the launcher had.")
                    .hint(
                        "A worker has to run until the launcher has ended. Without command and"
                            + " args it runs sshd, which the launcher needs."));
  }
}
