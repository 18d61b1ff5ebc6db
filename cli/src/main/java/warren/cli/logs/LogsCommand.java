package warren.cli.logs;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.job.JobUser;
import warren.cli.show.LogOrigin;
import warren.cli.show.SafeText;
import warren.cli.show.SshServerLines;
import warren.cli.site.ClusterAccess;
import warren.cli.site.ClusterTrouble;
import warren.cli.site.RunnerSite;
import warren.cli.site.SiteOption;
import warren.client.JobDriver;
import warren.client.Observation;
import warren.client.WorkflowWatch;
import warren.client.logs.ContainerAttempt;
import warren.client.logs.LogConnection;
import warren.client.logs.LogEnd;
import warren.client.logs.WorkflowLogs;
import warren.dw.WorkflowState;

/** {@code warren logs}: what the containers of a workflow have printed. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what the containers of a workflow have printed, init containers included, while the"
          + " workflow exists.",
      "An MPI launcher's log comes first."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the logs were shown",
      "64:the command line is wrong",
      "120:there is no such workflow, Rabbit, container or attempt, or it is another user's",
      "123:the cluster failed, or a log is not whole"
    })
public final class LogsCommand implements Callable<Integer> {
  /** As good as for ever: a job may run for weeks. */
  private static final Duration WHOLE_JOB = Duration.ofDays(365);

  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until the containers have ended.")
  private boolean follow;

  @Option(
      names = "--rabbit",
      paramLabel = "RABBIT",
      description = "Only the containers on this Rabbit.")
  private String rabbit;

  @Option(
      names = "--container",
      paramLabel = "NAME",
      description = "Only the containers of this name.")
  private String container;

  @Option(
      names = "--previous",
      description = "The attempt before the last one of each container, instead of the last one.")
  private boolean previous;

  @Option(
      names = "--verbose",
      description = "Show also what an MPI worker's SSH server prints about its connections.")
  private boolean verbose;

  @Mixin private SiteOption site;

  @Parameters(
      index = "0",
      paramLabel = "WORKFLOW",
      description = "The workflow's name, as warren run says it.")
  private String name;

  /** The command; {@code clock} measures how long a log is silent. */
  public LogsCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (follow && previous) {
      throw new CommandException(
          ExitStatus.USAGE, "--previous attempts have ended: --follow cannot follow them");
    }
    RunnerSite found = site.find(System.getenv());
    try (ClusterAccess access = ClusterAccess.open(found)) {
      Workflow workflow = workflow(access, found);
      try (WorkflowWatch watch = JobDriver.of(access.client(), workflow, clock).watch()) {
        AttemptChoice choice =
            new AttemptChoice(
                Optional.ofNullable(rabbit), Optional.ofNullable(container), previous);
        LogOrigin origin = origin(ContainerAttempt.of(watch.current().pods()));
        return follow
            ? follow(access.logs(), watch, choice, origin)
            : show(access.logs(), watch.current(), choice, origin);
      }
    } catch (KubernetesClientException trouble) {
      throw ClusterTrouble.stop(found, trouble);
    }
  }

  private Workflow workflow(ClusterAccess access, RunnerSite at) {
    Workflow workflow =
        access.client().resources(Workflow.class).inNamespace(at.namespace()).withName(name).get();
    if (workflow == null) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "there is no workflow '%s' in namespace %s; logs go with their workflow, unless warren run"
                  .formatted(SafeText.oneLine(name), at.namespace())
              + " --logs DIR has kept them");
    }
    long caller = JobUser.caller().uid();
    if (caller != 0 && caller != workflow.getSpec().userID()) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "the workflow '" + name + "' is another user's; only its user and root see its logs");
    }
    return workflow;
  }

  /** Where a job has several container directives, a log's origin has the directive's index. */
  private static LogOrigin origin(List<ContainerAttempt> attempts) {
    List<String> directives =
        attempts.stream().flatMap(a -> a.directive().stream()).distinct().toList();
    return new LogOrigin(
        directives.size() < 2
            ? Map.of()
            : directives.stream().collect(Collectors.toMap(index -> index, index -> "#" + index)));
  }

  private int show(
      LogConnection connection, Observation seen, AttemptChoice choice, LogOrigin origin)
      throws InterruptedException {
    List<ContainerAttempt> all = ContainerAttempt.of(seen.pods());
    List<ContainerAttempt> chosen = choice.of(all);
    if (chosen.isEmpty()) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "the workflow '" + name + "' has no such log: " + choice.nothing(all));
    }
    int status = ExitStatus.OK;
    for (ContainerAttempt attempt : chosen) {
      try (LinePrinter lines = printer(attempt, origin)) {
        LogEnd end = WorkflowLogs.read(connection, attempt, lines, clock);
        status = Math.max(status, reported(attempt, end, origin));
      }
    }
    return status;
  }

  private int follow(
      LogConnection connection, WorkflowWatch watch, AttemptChoice choice, LogOrigin origin)
      throws InterruptedException {
    List<LinePrinter> printers = new CopyOnWriteArrayList<>();
    try (WorkflowLogs logs =
        new WorkflowLogs(
            connection,
            choice::names,
            attempt -> {
              LinePrinter lines = printer(attempt, origin);
              printers.add(lines);
              return lines;
            },
            clock)) {
      watch.onChange(logs::seen);
      logs.seen(watch.current());
      watch.await(LogsCommand::end, WHOLE_JOB);
      int status = ExitStatus.OK;
      for (WorkflowLogs.Log log : logs.finish(watch.current())) {
        status = Math.max(status, reported(log.attempt(), log.end(), origin));
      }
      return status;
    } finally {
      printers.forEach(LinePrinter::close);
    }
  }

  /** Whether no container will print anything any more. */
  private static Optional<Boolean> end(Observation seen) {
    if (!seen.isLive()) {
      return Optional.of(true);
    }
    Optional<WorkflowStatus> status = seen.workflow().map(Workflow::getStatus);
    WorkflowState state =
        status.flatMap(known -> WorkflowState.of(known.state())).orElse(WorkflowState.PROPOSAL);
    int after = state.compareTo(WorkflowState.POST_RUN);
    return after > 0 || (after == 0 && status.orElseThrow().isReady())
        ? Optional.of(true)
        : Optional.empty();
  }

  private LinePrinter printer(ContainerAttempt attempt, LogOrigin origin) {
    String from = "[" + origin.of(attempt) + "] ";
    PrintWriter out = spec.commandLine().getOut();
    return new LinePrinter(
        line -> {
          if (verbose || !SshServerLines.contain(attempt.role(), line)) {
            out.println(from + SafeText.line(line));
            out.flush();
          }
        });
  }

  private int reported(ContainerAttempt attempt, LogEnd end, LogOrigin origin) {
    if (end instanceof LogEnd.Incomplete incomplete) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "warning: the log of %s is incomplete after %d bytes: %s"
              .formatted(
                  origin.of(attempt), incomplete.bytes(), SafeText.oneLine(incomplete.why())));
      err.flush();
      return ExitStatus.TROUBLE;
    }
    return ExitStatus.OK;
  }
}
