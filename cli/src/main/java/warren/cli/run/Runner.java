package warren.cli.run;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.job.ChosenComputes;
import warren.cli.job.ComputeEnvironments;
import warren.cli.job.JobFile;
import warren.cli.job.JobUser;
import warren.cli.show.Display;
import warren.cli.show.FindingText;
import warren.cli.show.SafeText;
import warren.cli.site.ClusterAccess;
import warren.cli.site.ClusterTrouble;
import warren.cli.site.RunnerSite;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.plan.ComputePlace;
import warren.plan.JobFacts;
import warren.plan.Planner;
import warren.plan.Planning;
import warren.plan.WorkflowPlan;
import warren.submission.Submission;

/** One call of {@code warren run}: checks everything that can be checked, then runs the job. */
final class Runner {
  private final RunOptions options;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Display display;

  Runner(
      RunOptions options, Map<String, String> environment, InstantSource clock, Display display) {
    this.options = options;
    this.environment = environment;
    this.clock = clock;
    this.display = display;
  }

  /**
   * Runs the job.
   *
   * @return the exit status
   * @throws CommandException when it is not to be run at all
   */
  int run() {
    byte[] content = JobFile.read(options.script());
    JobScript script = read(content);
    FindingText text = FindingText.of(script, content, display.ink());
    JobUser user = JobUser.choose(JobUser.caller(), options.user());
    Job job = new Job(user, content, options.arguments(), environment);
    if (script.directives().isEmpty() && script.findings().stream().noneMatch(Finding::isError)) {
      tell(text, script.findings());
      display.say(
          options.script() + " has no #DW directives: it is run by itself, without containers");
      return runPlainly(job);
    }
    RunnerSite site;
    ClusterAccess access;
    try {
      site = options.site().find(environment);
      access = ClusterAccess.open(site);
    } catch (CommandException noCluster) {
      // What is known without a cluster, by the rules that Warren ships.
      RuleBook rules = options.site().limit(RuleBook.standard(), environment);
      Reading reading = new DirectiveReader(rules).read(script);
      tell(text, reading.findings());
      if (!reading.accepted()) {
        throw refused();
      }
      throw noCluster;
    }
    try (access) {
      Planning planning = plan(site, access, script, user);
      tell(text, planning.findings());
      WorkflowPlan plan = planning.plan().orElseThrow(Runner::refused);
      List<ComputePlace> computes = computes(access, site, plan);
      Optional<LogFolder> logs = options.logs().map(folder -> LogFolder.make(folder, user));
      return runWorkflow(
          new Prepared(
              job, script, plan, computes, site, access, logs, options.keep(), options.verbose()));
    }
  }

  private JobScript read(byte[] content) {
    Submission submission =
        options
            .scripts()
            .reader(display::say, display.ink())
            .read(options.script().toString(), content);
    submission.recognized().map(SafeText::oneLine).ifPresent(display::say);
    if (!submission.form().isScript()) {
      throw new CommandException(
          ExitStatus.REFUSED,
          options.script()
              + " is "
              + submission.form().words()
              + ", and no script that could be run; to see what it asks for: warren plan");
    }
    return submission.script();
  }

  private Planning plan(RunnerSite site, ClusterAccess access, JobScript script, JobUser user) {
    try {
      RuleBook rules = access.rules().withContainersPerJob(site.containersPerJob());
      Reading reading = new DirectiveReader(rules).read(script);
      return new Planner(access.profiles())
          .plan(reading, user.identity(), JobFacts.UNKNOWN.withNodes(options.nodes()));
    } catch (KubernetesClientException trouble) {
      throw ClusterTrouble.stop(site, trouble);
    }
  }

  private List<ComputePlace> computes(ClusterAccess access, RunnerSite site, WorkflowPlan plan) {
    List<ComputePlace> computes = ChosenComputes.first(options.nodes(), access.layout());
    List<String> missing = ComputeEnvironments.missingRoots(plan.directives(), computes, site);
    if (!missing.isEmpty()) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "the site file lacks " + String.join(", ", missing) + ", which this job's storage needs");
    }
    return computes;
  }

  private int runWorkflow(Prepared prepared) {
    try (Cancellation cancellation = Cancellation.ofThisProcess();
        WorkflowRun run = new WorkflowRun(prepared, clock, display)) {
      Verdict verdict = run.run(cancellation);
      if (verdict.script().isPresent()) {
        StartUpArchive.keep(StartUpArchive.asked());
      }
      return verdict.exitStatus();
    } catch (InterruptedException cancelled) {
      return ExitStatus.TROUBLE; // the process ends with the signal's own status
    }
  }

  private void warn(String text) {
    display.say("warning: " + text);
  }

  private int runPlainly(Job job) {
    if (options.keep() || options.logs().isPresent()) {
      warn("--logs and --keep do nothing for it");
    }
    List<String> computes =
        IntStream.range(0, options.nodes()).mapToObj(index -> "compute-" + index).toList();
    List<Map<String, String>> environments = ComputeEnvironments.withoutWorkflow(computes);
    try (Cancellation cancellation = Cancellation.ofThisProcess()) {
      display.pause();
      OptionalInt status =
          cancellation.interruptibly(
              () -> ScriptRun.run(job, environments, new CompletableFuture<>(), this::warn));
      return status.orElse(ExitStatus.TROUBLE);
    } catch (InterruptedException cancelled) {
      return ExitStatus.TROUBLE; // the process ends with the signal's own status
    }
  }

  private void tell(FindingText text, List<Finding> findings) {
    findings.forEach(finding -> display.print(text.of(finding)));
  }

  private static CommandException refused() {
    return new CommandException(
        ExitStatus.REFUSED, "the job was refused: see above; nothing was started");
  }
}
