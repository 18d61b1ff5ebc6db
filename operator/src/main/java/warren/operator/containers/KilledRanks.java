package warren.operator.containers;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import warren.operator.containers.Unit.Phase;
import warren.operator.decision.Decision;

/**
 * Waits a moment for the reason why a rank of an MPI job was killed. The launcher only says that
 * the rank got signal 9; that memory was the reason is reported of the worker's container, when the
 * container ends. Pure.
 */
final class KilledRanks {
  /** Longer than a worker that is told to end takes to do so, and its kubelet to say it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** As Open MPI 4 and 5, and MPICH, say it. */
  private static final Pattern KILLED = Pattern.compile("(?i)\\bsignal:? 9\\b|\\bKILLED\\b");

  private KilledRanks() {}

  /** Empty when there is nothing to wait for. */
  static Optional<Decision> decide(SeenContainers seen, Instant now) {
    return seen.units().stream()
        .filter(unit -> unit.phase() == Phase.FAILED)
        .filter(unit -> unit.pods().stream().anyMatch(KilledRanks::mayStillTell))
        .flatMap(unit -> unit.cause().stream())
        .filter(cause -> MpiJobs.isLauncher(cause.pod()) && !cause.isOutOfMemory())
        .filter(cause -> KILLED.matcher(LastWords.of(cause.end().getMessage())).find())
        .flatMap(cause -> Optional.ofNullable(cause.end().getFinishedAt()).stream())
        .map(ended -> Instant.parse(ended).plus(PATIENCE))
        .filter(now::isBefore)
        .findFirst()
        .map(
            until -> Decision.waitFor("A rank was killed; the reason is being looked for.", until));
  }

  private static boolean mayStillTell(Pod pod) {
    return MpiJobs.isWorker(pod) && !PodState.hasEnded(pod);
  }
}
