package warren.operator.loop;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.apiserver.ApiFailure;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.operator.decision.Outcome;
import warren.operator.entries.LogLine;

/**
 * Remembers which part of which workflow an exception stopped, and when that part is tried again:
 * after a second first, then after pauses that double up to a minute. A restart forgets everything,
 * so that each part is tried at once. Safe for several threads.
 */
final class EntryRetries {
  private static final Logger LOG = LoggerFactory.getLogger(EntryRetries.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Doubled more often, the pause would only be cut down to the longest. */
  private static final int DOUBLED_AT_MOST = 6;

  private final Map<String, Map<String, Attempt>> attempts = new ConcurrentHashMap<>();

  /**
   * The failed attempts at one part.
   *
   * @param count how many failed in a row
   * @param cause tells the exceptions apart
   * @param isNews whether the attempt before failed for another cause, or not at all
   * @param last what is told of the last one
   */
  private record Attempt(int count, String cause, boolean isNews, Outcome.Retry last) {}

  /**
   * What is told of a part that is not to be tried yet; empty if the part can be tried.
   *
   * @param uid the workflow's
   * @param part names the part within the workflow
   */
  Optional<Outcome.Retry> paused(String uid, String part, Instant now) {
    return Optional.ofNullable(attempts.getOrDefault(uid, Map.of()).get(part))
        .map(Attempt::last)
        .filter(last -> now.isBefore(last.again()));
  }

  /**
   * Notes that an exception stopped a part. The exception is logged with its trace when it is the
   * first of its cause.
   *
   * @param what for the user: what could not be done, as a beginning of a sentence
   */
  Outcome.Retry failed(
      String uid, String part, String workflow, String what, RuntimeException e, Instant now) {
    Attempt attempt =
        attempts
            .computeIfAbsent(uid, any -> new ConcurrentHashMap<>())
            .compute(part, (any, before) -> next(before, what, e, now));
    if (attempt.isNews()) {
      LOG.warn("{}: {}: {}", workflow, part, LogLine.of(String.valueOf(e.getMessage())), e);
    }
    return attempt.last();
  }

  /** Notes that a part went well. */
  void succeeded(String uid, String part) {
    attempts.computeIfPresent(
        uid,
        (any, parts) -> {
          parts.remove(part);
          return parts.isEmpty() ? null : parts;
        });
  }

  /** Forgets a workflow that does not exist any more. */
  void forget(String uid) {
    attempts.remove(uid);
  }

  private static Attempt next(Attempt before, String what, RuntimeException e, Instant now) {
    String cause =
        e instanceof KubernetesClientException failure
            ? ApiFailure.of(failure).sentence()
            : e.getClass().getName() + ": " + e.getMessage();
    int count = before == null ? 1 : before.count() + 1;
    boolean isNews = before == null || !before.cause().equals(cause);
    Instant since = before == null ? now : before.last().since();
    return new Attempt(
        count, cause, isNews, new Outcome.Retry(finding(what, e), since, now.plus(pause(count))));
  }

  private static Duration pause(int count) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, DOUBLED_AT_MOST));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static Finding finding(String what, RuntimeException e) {
    return e instanceof KubernetesClientException failure
        ? Finding.error(
                new Code("cluster-failed"),
                Blame.INTERNAL,
                what + ": " + LogLine.of(ApiFailure.of(failure).sentence()))
            .hint("An administrator can find the cause in the operator's log.")
        : Finding.error(new Code("internal-error"), Blame.INTERNAL, what + ".")
            .hint("An administrator can find the cause in the operator's log.")
            .detail(
                what
                    + ": "
                    + e.getClass().getName()
                    + ": "
                    + LogLine.of(String.valueOf(e.getMessage())));
  }
}
