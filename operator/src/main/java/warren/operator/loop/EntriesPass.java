package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Executor;
import warren.operator.decision.Outcome;
import warren.operator.driver.Driver;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;
import warren.operator.entries.EntryStatus;
import warren.operator.entries.LogLine;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;

/**
 * Works off the driver entries of a state, each by itself: what goes wrong with one entry stops
 * neither the others nor the message.
 */
final class EntriesPass {
  private static final Logger LOG = LoggerFactory.getLogger(EntriesPass.class);
  private static final Duration TEARDOWN_RETRY = Duration.ofSeconds(30);

  private final Map<String, Driver> drivers;
  private final Executor executor;
  private final EntryRetries retries;

  EntriesPass(List<Driver> drivers, Executor executor, EntryRetries retries) {
    this.drivers = drivers.stream().collect(Collectors.toMap(Driver::id, Function.identity()));
    this.executor = requireNonNull(executor, "executor");
    this.retries = requireNonNull(retries, "retries");
  }

  /** Drafts what becomes of each open entry of this state that one of our drivers has. */
  void drive(
      WorkflowState state,
      WorkflowSnapshot snapshot,
      WorkflowDraft draft,
      Map<String, Instant> alarms,
      Instant now) {
    each(
        snapshot.entriesOf(state).stream().filter(EntriesPass::isOpen).toList(),
        (driver, entry) -> outcome(driver, entry, snapshot, draft, now),
        alarms,
        now);
  }

  /** Drafts what there is to tell of completed entries of this state that our drivers have. */
  void follow(
      WorkflowState state,
      WorkflowSnapshot snapshot,
      WorkflowDraft draft,
      Map<String, Instant> alarms,
      Instant now) {
    each(
        snapshot.entriesOf(state).stream().filter(Entry::completed).toList(),
        (driver, entry) -> followed(driver, entry, snapshot, draft, now),
        alarms,
        now);
  }

  private void each(
      List<Entry> entries,
      BiFunction<Driver, Entry, Outcome> work,
      Map<String, Instant> alarms,
      Instant now) {
    for (Entry entry : entries) {
      Driver driver = drivers.get(entry.driver());
      if (driver != null) {
        askAgain(entry, work.apply(driver, entry), now)
            .ifPresent(at -> alarms.put("entry-" + entry.position(), at));
      }
    }
  }

  private Outcome followed(
      Driver driver, Entry entry, WorkflowSnapshot snapshot, WorkflowDraft draft, Instant now) {
    SeenWorkflow workflow = snapshot.workflow();
    String uid = snapshot.identity().uid();
    String part = part(entry);
    Optional<Outcome.Retry> paused = retries.paused(uid, part, now);
    if (paused.isPresent()) {
      return paused.get();
    }
    try {
      Decision decision = driver.follow(snapshot, entry, now);
      Outcome outcome = executor.carryOut(snapshot.identity(), decision, now);
      if (outcome.equals(decision.outcome())) {
        draft.annotate(decision.annotations());
      }
      if (outcome instanceof Outcome.Done done) {
        draft.news(entry, done.news());
      }
      retries.succeeded(uid, part);
      return outcome;
    } catch (RuntimeException e) {
      // The log has the reason. The entry stays completed, and the next state tells the user.
      return retries.failed(
          uid, part, workflow.told(), "Warren cannot follow the containers of the job", e, now);
    }
  }

  private Outcome outcome(
      Driver driver, Entry entry, WorkflowSnapshot snapshot, WorkflowDraft draft, Instant now) {
    SeenWorkflow workflow = snapshot.workflow();
    String uid = snapshot.identity().uid();
    String part = part(entry);
    Optional<Outcome.Retry> paused = retries.paused(uid, part, now);
    if (paused.isPresent()) {
      // Told again: a change of another's may have kept the message from being written.
      draft.entry(entry, paused.get(), now);
      return paused.get();
    }
    try {
      Decision decision = decide(driver, entry, snapshot, now);
      Outcome outcome = executor.carryOut(snapshot.identity(), decision, now);
      if (outcome instanceof Outcome.Fail && !outcome.equals(decision.outcome())) {
        // A failed entry is never looked at again.
        List<Action> stop = driver.stop(snapshot.live(), entry, now);
        executor.carryOut(snapshot.identity(), new Decision(outcome, stop, Map.of()), now);
      }
      log(workflow, entry, outcome);
      draft.entry(entry, outcome, now);
      if (outcome.equals(decision.outcome())) {
        draft.annotate(decision.annotations());
      }
      retries.succeeded(uid, part);
      return outcome;
    } catch (RuntimeException e) {
      Outcome.Retry retry =
          retries.failed(
              uid,
              part,
              workflow.told(),
              "Warren cannot work on this directive in " + entry.state(),
              e,
              now);
      draft.entry(entry, retry, now);
      return retry;
    }
  }

  /**
   * Decides by the cached view. A decision that is final is made again by what the API server has:
   * a cache can lag behind what was created a moment ago.
   */
  private static Decision decide(
      Driver driver, Entry entry, WorkflowSnapshot snapshot, Instant now) {
    Decision decision = driver.decide(snapshot, entry, now);
    return isFinal(entry.state(), decision.outcome())
        ? driver.decide(snapshot.live(), entry, now)
        : decision;
  }

  /**
   * Teardown is done when nothing is left; and when containers fail, the others are stopped once
   * and never looked at again.
   */
  private static boolean isFinal(WorkflowState state, Outcome outcome) {
    return switch (state) {
      case TEARDOWN -> outcome instanceof Outcome.Done;
      case PRE_RUN, POST_RUN -> outcome instanceof Outcome.Fail;
      case PROPOSAL, SETUP, DATA_IN, DATA_OUT -> false;
    };
  }

  private static String part(Entry entry) {
    return entry.driver() + " of directive " + entry.directive() + " in " + entry.state();
  }

  /** What is to be removed is tried again also when nothing happens in between. */
  private static Optional<Instant> askAgain(Entry entry, Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Done done -> Optional.empty();
      case Outcome.Wait wait -> wait.askAgain();
      case Outcome.Retry retry -> Optional.of(retry.again());
      case Outcome.Fail fail ->
          entry.state() == WorkflowState.TEARDOWN
              ? Optional.of(now.plus(TEARDOWN_RETRY))
              : Optional.empty();
    };
  }

  /**
   * What has failed stays failed, so that its message stays; but what is to be removed has to be
   * removed.
   */
  private static boolean isOpen(Entry entry) {
    return !entry.completed()
        && (entry.progress() != EntryStatus.ERROR || entry.state() == WorkflowState.TEARDOWN);
  }

  private static void log(SeenWorkflow workflow, Entry entry, Outcome outcome) {
    String text =
        switch (outcome) {
          case Outcome.Done done -> "done";
          case Outcome.Wait wait -> "waits: " + wait.reason();
          case Outcome.Retry retry -> "tries again: " + WorkflowDraft.message(retry);
          case Outcome.Fail fail ->
              "fails: " + WorkflowDraft.message(fail.findings()) + details(fail.findings());
        };
    boolean isNews =
        !(outcome instanceof Outcome.Wait wait)
            || !entry.message().equals(Optional.of(wait.reason()));
    if (isNews) {
      LOG.info("{}: {} {}", workflow.told(), part(entry), LogLine.of(text));
    }
  }

  private static String details(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.detail().stream())
        .map(detail -> " [" + detail + "]")
        .collect(Collectors.joining());
  }
}
