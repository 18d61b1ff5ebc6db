package warren.cli.run;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import warren.apiserver.ApiFailure;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.Display;
import warren.cli.show.SafeText;
import warren.cli.show.ViewText;
import warren.cli.site.ClusterTrouble;
import warren.client.JobDriver;
import warren.client.JobRequest;
import warren.client.LeaseKeeper;
import warren.client.Observation;
import warren.client.StateResult;
import warren.client.WorkflowGoneException;
import warren.client.WorkflowWatch;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.plan.ComputePlace;

/** A run's workflow in the cluster: made, kept alive, moved on, and torn down. */
final class WorkflowSession implements AutoCloseable {
  /** From the end of Teardown until the operator has let the Workflow go. */
  private static final Duration UNTIL_GONE = Duration.ofMinutes(2);

  /** From an interrupted request to make the Workflow until it would have been made. */
  private static final Duration UNTIL_THERE = Duration.ofSeconds(2);

  /** What is known of a workflow when this process leaves it. */
  enum Ending {
    /** It was never created. */
    NOT_CREATED,
    /** Nothing of it is left. */
    GONE,
    /** The operator is tearing it down. */
    GOING_ON,
    /** It was asked for and not seen; nobody can tell whether it will come. */
    NEVER_SEEN
  }

  private final Prepared prepared;
  private final InstantSource clock;
  private final Display display;
  private final JobRequest request;
  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private boolean asked;
  private Optional<JobDriver> driver = Optional.empty();
  private Optional<LeaseKeeper> lease = Optional.empty();
  private Optional<WorkflowWatch> watch = Optional.empty();

  /** A workflow for this job; nothing is sent yet. */
  WorkflowSession(Prepared prepared, InstantSource clock, Display display) {
    this.prepared = prepared;
    this.clock = clock;
    this.display = display;
    String name = WorkflowName.next(new SecureRandom());
    this.request =
        new JobRequest(
            prepared.site().namespace(),
            name,
            Names.RUNNER_WLM,
            name,
            prepared.job().user().named(),
            prepared.script().texts());
  }

  /**
   * Creates the workflow and follows it.
   *
   * @param onChange hears of every change, and of the beginning
   * @return the workflow's UID; empty when the cluster refused the workflow, and the user was told
   *     why
   */
  Optional<String> open(Consumer<Observation> onChange) {
    display.say("workflow " + request.name() + " in namespace " + request.namespace());
    asked = true; // an answer may be lost, and the workflow there
    driver = create();
    if (driver.isEmpty()) {
      return Optional.empty();
    }
    JobDriver created = driver.get();
    lease =
        Optional.of(
            LeaseKeeper.hold(
                client(), created.identity(), Holder.ofThisProcess(), clock, this::notRenewed));
    WorkflowWatch opened = created.watch();
    watch = Optional.of(opened);
    opened.onChange(onChange);
    opened.onChange(this::noticeEnd);
    onChange.accept(opened.current());
    return Optional.of(created.identity().uid());
  }

  private Optional<JobDriver> create() {
    try {
      return Optional.of(JobDriver.create(client(), request, clock));
    } catch (IllegalStateException taken) {
      asked = false; // the workflow of this name is somebody else's
      throw new CommandException(
          ExitStatus.TROUBLE, taken.getMessage() + "; run the job again", taken);
    } catch (KubernetesClientException failed) {
      asked = ApiFailure.of(failed).mayHaveHappened();
      Optional<List<String>> refusal = ClusterTrouble.refusal(prepared.site(), failed);
      if (refusal.isPresent()) {
        refusal.get().forEach(this::tellError);
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** Asks for a state and waits for it; names the computes after Proposal. */
  StateResult reach(WorkflowState state) throws InterruptedException {
    try {
      return ask(state);
    } catch (WorkflowGoneException gone) {
      return new StateResult.Gone();
    } catch (IllegalStateException unusable) {
      throw new CommandException(ExitStatus.TROUBLE, unusable.getMessage(), unusable);
    }
  }

  private StateResult ask(WorkflowState state) throws InterruptedException {
    JobDriver ours = driver.orElseThrow();
    if (state != WorkflowState.PROPOSAL) {
      ours.advance(state);
    }
    StateResult result =
        ours.await(watch.orElseThrow(), state, Patience.with(prepared.plan(), state));
    if (state == WorkflowState.PROPOSAL && result instanceof StateResult.Ready) {
      ours.fillComputes(prepared.computes().stream().map(ComputePlace::compute).toList());
    }
    return result;
  }

  /** Completes when somebody else deletes the workflow. */
  CompletableFuture<Void> gone() {
    return gone;
  }

  /** What is there now; nothing before {@link #open}. */
  Optional<Observation> current() {
    return watch.map(WorkflowWatch::current);
  }

  /** Leaves the workflow as it is, to live for {@code duration} without this process. */
  void leaveFor(Duration duration) {
    lease.orElseThrow().leaveFor(duration);
    display.say(
        "kept: %s stays for %s; delete it, and all that belongs to it, with"
                .formatted(request.name(), ViewText.span(duration))
            + " ./warren cluster kubectl delete workflow -n "
            + request.namespace()
            + " "
            + request.name());
  }

  /**
   * Tears the workflow down and waits until it is gone.
   *
   * @throws KubernetesClientException when the cluster does not answer
   */
  Ending tearDown() throws InterruptedException {
    if (!asked) {
      return Ending.NOT_CREATED;
    }
    if (watch.isEmpty()) {
      return withdraw();
    }
    if (current().filter(Observation::isLive).isPresent()) {
      StateResult result = reach(WorkflowState.TEARDOWN);
      if (result instanceof StateResult.Failed failed) {
        failed.view().errors().forEach(this::tellError);
      }
    }
    return delete(driver.orElseThrow(), watch.get());
  }

  /** Of a workflow whose making was cut short: it may come into being after we have given up. */
  private Ending withdraw() throws InterruptedException {
    Optional<JobDriver> late =
        driver.isPresent() ? driver : JobDriver.await(client(), request, clock, UNTIL_THERE);
    if (late.isEmpty()) {
      return Ending.NEVER_SEEN;
    }
    try (WorkflowWatch opened = late.get().watch()) {
      return delete(late.get(), opened);
    }
  }

  private static Ending delete(JobDriver driver, WorkflowWatch seen) throws InterruptedException {
    driver.delete();
    return driver.awaitGone(seen, UNTIL_GONE) ? Ending.GONE : Ending.GOING_ON;
  }

  /** Tells what somebody else says is wrong. */
  void tellError(String text) {
    text.lines().forEach(line -> display.say("error: " + SafeText.line(line)));
  }

  /** The workflow's name. */
  String name() {
    return request.name();
  }

  @Override
  public void close() {
    watch.ifPresent(WorkflowWatch::close);
    lease.ifPresent(LeaseKeeper::close);
  }

  private KubernetesClient client() {
    return prepared.cluster().client();
  }

  private void noticeEnd(Observation seen) {
    if (!seen.isLive()) {
      gone.complete(null);
    }
  }

  private void notRenewed(KubernetesClientException trouble) {
    display.say(
        "warning: the job's lease was not renewed; it is tried again: "
            + ClusterTrouble.sentence(prepared.site(), trouble));
  }
}
