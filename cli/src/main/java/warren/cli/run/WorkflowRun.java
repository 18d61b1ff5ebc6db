package warren.cli.run;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.job.ComputeEnvironments;
import warren.cli.show.Display;
import warren.cli.show.FileTrouble;
import warren.cli.show.LogOrigin;
import warren.cli.show.SafeText;
import warren.cli.show.ViewText;
import warren.cli.site.ClusterTrouble;
import warren.client.Observation;
import warren.client.StateResult;
import warren.client.WorkflowView;
import warren.dw.WorkflowState;

/**
 * One job from its Proposal to its end: the script between PreRun and PostRun, and what is told.
 */
final class WorkflowRun implements AutoCloseable {
  /** How long a kept workflow lives. */
  private static final Duration KEPT_FOR = Duration.ofHours(24);

  /** How a driver's message begins that tells of no error; see docs/integrator.md. */
  private static final String WARNING = "Warning: ";

  private static final String WITHOUT_US =
      "the operator tears it down by itself, within a minute of the last sign of life";

  private static final List<WorkflowState> BEFORE_SCRIPT =
      List.of(
          WorkflowState.PROPOSAL,
          WorkflowState.SETUP,
          WorkflowState.DATA_IN,
          WorkflowState.PRE_RUN);

  private final Prepared prepared;
  private final InstantSource clock;
  private final Display display;
  private final WorkflowSession session;
  private final ContainerLogs logs;
  private final CompletableFuture<Void> endJob = new CompletableFuture<>();
  private final Set<String> news = ConcurrentHashMap.newKeySet();
  private Verdict verdict = Verdict.NOTHING_YET;

  /** A run of this job; nothing is sent yet. */
  WorkflowRun(Prepared prepared, InstantSource clock, Display display) {
    this.prepared = prepared;
    this.clock = clock;
    this.display = display;
    this.session = new WorkflowSession(prepared, clock, display);
    this.logs =
        new ContainerLogs(
            prepared.cluster().logs(),
            prepared.logs(),
            new LogOrigin(prepared.containerNames()),
            prepared.site().logLimit(),
            clock,
            this::warn);
  }

  /** Runs the job and leaves nothing of it behind, whatever happens. */
  Verdict run(Cancellation cancellation) throws InterruptedException {
    boolean keep = false;
    try {
      keep = cancellation.interruptibly(this::drive);
      showLogs();
    } catch (InterruptedException cancelled) {
      display.resume();
      display.say(
          "cancelled: the job is torn down now, whatever else you press; kill -9 leaves that to"
              + " the operator");
    } catch (KubernetesClientException unanswered) {
      display.resume();
      tellTrouble(ClusterTrouble.sentence(prepared.site(), unanswered));
    } catch (CommandException stopped) {
      display.resume();
      tellTrouble(stopped.getMessage());
    } finally {
      if (keep) {
        leave();
      } else {
        tearDown();
      }
    }
    return verdict;
  }

  /** Whether the workflow is to be kept. */
  private boolean drive() throws InterruptedException {
    Optional<String> uid = session.open(this::seen);
    if (uid.isEmpty()) {
      verdict = verdict.withRefusal();
      return false;
    }
    Map<String, String> env = Map.of();
    for (WorkflowState state : BEFORE_SCRIPT) {
      Optional<Map<String, String>> reached = reach(state);
      if (reached.isEmpty()) {
        return false;
      }
      env = reached.get();
    }
    if (!runScript(uid.get(), env)) {
      return false;
    }
    boolean ended = reach(WorkflowState.POST_RUN).isPresent();
    if (prepared.keep()) {
      return true;
    }
    if (ended) {
      reach(WorkflowState.DATA_OUT);
    }
    return false;
  }

  private Optional<Map<String, String>> reach(WorkflowState state) throws InterruptedException {
    return switch (session.reach(state)) {
      case StateResult.Ready ready -> Optional.of(ready.env());
      case StateResult.Failed failed -> {
        display.say("error: " + state + " failed");
        failed.view().errors().forEach(session::tellError);
        verdict = verdict.withFailure();
        yield Optional.empty();
      }
      case StateResult.TimedOut late -> {
        display.say("error: " + unanswered(state, late.view()));
        verdict = verdict.withTrouble();
        yield Optional.empty();
      }
      case StateResult.Gone ignored -> {
        display.say("error: the workflow was deleted by somebody else; the job ends");
        verdict = verdict.withTrouble();
        yield Optional.empty();
      }
    };
  }

  private static String unanswered(WorkflowState state, WorkflowView view) {
    if (view.state().isEmpty()) {
      return "nobody acts on the workflow: Warren's operator does not run in this cluster, or not"
          + " for this namespace";
    }
    return state
        + " was not reached in "
        + ViewText.span(view.since())
        + view.message().map(text -> ": " + SafeText.oneLine(text)).orElse("");
  }

  /** Whether the script has run and the job goes on to PostRun. */
  private boolean runScript(String uid, Map<String, String> env) throws InterruptedException {
    List<Map<String, String>> computes =
        ComputeEnvironments.of(
            uid, env, prepared.plan().directives(), prepared.computes(), prepared.site());
    display.say("the script starts");
    Instant start = clock.instant();
    display.pause();
    OptionalInt status =
        ScriptRun.run(
            prepared.job(), computes, CompletableFuture.anyOf(session.gone(), endJob), this::warn);
    display.resume();
    if (status.isEmpty() && !session.gone().isDone()) {
      display.say(
          "error: the script was ended, as containers of the job have failed and their profile"
              + " wants that (onFailure: end-job)");
      verdict = verdict.scriptEnded(ExitStatus.FAILED_AFTER_SCRIPT);
      return true;
    }
    if (status.isEmpty()) {
      display.say("error: the workflow was deleted by somebody else; the script was ended with it");
      verdict = verdict.withTrouble();
      return false;
    }
    display.say(
        "the script ended with %d after %s"
            .formatted(status.getAsInt(), ViewText.span(Duration.between(start, clock.instant()))));
    verdict = verdict.scriptEnded(status.getAsInt());
    return true;
  }

  private void showLogs() throws InterruptedException {
    Optional<Observation> last = session.current();
    if (last.isEmpty()) {
      return;
    }
    List<LogFile> all = logs.finish(last.get());
    if (prepared.logs().isEmpty()) {
      all.forEach(this::show);
    } else if (!all.isEmpty()) {
      display.say(
          "logs of %d containers in %s".formatted(all.size(), prepared.logs().get().path()));
    }
  }

  private void show(LogFile log) {
    try {
      display.print(log.lines(prepared.verbose()));
    } catch (IOException lost) {
      tellTrouble("a container's log is lost: " + FileTrouble.reason(lost));
    }
  }

  private void leave() {
    try {
      session.leaveFor(KEPT_FOR);
    } catch (KubernetesClientException trouble) {
      tellTrouble(ClusterTrouble.sentence(prepared.site(), trouble));
      display.say(session.name() + " is not kept: " + WITHOUT_US);
    }
  }

  private void tearDown() throws InterruptedException {
    try {
      switch (session.tearDown()) {
        case NOT_CREATED -> {
          // There is nothing to report: the user knows already why nothing was created.
        }
        case GONE -> display.say("torn down: nothing of the job is left in the cluster");
        case GOING_ON ->
            tellTrouble(
                "the teardown of "
                    + session.name()
                    + " has not ended; the operator goes on with it");
        case NEVER_SEEN ->
            tellTrouble(
                session.name() + " was asked for and has not appeared; should it, " + WITHOUT_US);
      }
    } catch (KubernetesClientException trouble) {
      tellTrouble(ClusterTrouble.sentence(prepared.site(), trouble));
      display.say(session.name() + ": " + WITHOUT_US);
    } catch (CommandException stopped) {
      tellTrouble(stopped.getMessage());
      display.say(session.name() + ": " + WITHOUT_US);
    }
  }

  private void warn(String text) {
    display.say("warning: " + text);
  }

  private void tellTrouble(String sentence) {
    display.say("error: " + sentence);
    verdict = verdict.withTrouble();
  }

  private void seen(Observation observation) {
    observation
        .view(clock.instant())
        .ifPresent(
            view -> {
              display.show(view);
              view.news().stream().filter(news::add).forEach(this::tellNews);
            });
    if (observation.endsJob()) {
      endJob.complete(null);
    }
    logs.seen(observation);
  }

  private void tellNews(String text) {
    text.lines()
        .map(line -> line.startsWith(WARNING) ? line.substring(WARNING.length()) : line)
        .forEach(line -> warn(SafeText.line(line)));
  }

  @Override
  public void close() {
    session.close();
    logs.close();
  }
}
