package warren.cli.plan;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.job.JobFile;
import warren.cli.show.FindingText;
import warren.cli.show.Ink;
import warren.cli.show.SafeText;
import warren.cli.show.Terminal;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.submission.Submission;

/** One call of {@code warren plan}. */
final class PlanRun {
  private final PlanOptions options;
  private final Map<String, String> environment;
  private final PrintWriter out;
  private final PrintWriter err;

  PlanRun(PlanOptions options, Map<String, String> environment, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** Prints the plan, or what is wrong; returns the exit status. */
  int run() {
    byte[] content = JobFile.read(options.script());
    Ink ink = Terminal.inkOfStandardError(environment);
    Submission submission =
        options.scripts().reader(err::println, ink).read(options.script().toString(), content);
    submission.recognized().ifPresent(how -> err.println("warren: " + SafeText.oneLine(how)));
    JobScript script = submission.script();
    FindingText text = FindingText.of(script, content, ink);
    Surroundings around;
    try {
      around =
          options.profiles().folder().isPresent()
              ? Surroundings.ofFolder(options, script)
              : Surroundings.ofCluster(options, script, environment);
    } catch (CommandException nowhere) {
      // What is known without a cluster or folder, by the rules that Warren ships.
      Reading reading = new DirectiveReader(book()).read(script);
      tell(text, reading.findings());
      if (reading.accepted()) {
        throw nowhere;
      }
      return refused();
    }
    Optional<PlannedJob> job =
        around
            .planning()
            .plan()
            .map(
                plan ->
                    new PlannedJob(
                        script,
                        plan,
                        around.user(),
                        PlannedJob.placeholder(around.namespace()),
                        around.computes()));
    List<Finding> findings =
        Stream.of(
                around.findings(),
                around.planning().findings(),
                job.map(PlannedJob::findings).orElse(List.of()))
            .flatMap(List::stream)
            .toList();
    tell(text, findings);
    if (job.isEmpty() || findings.stream().anyMatch(Finding::isError)) {
      return refused();
    }
    print(job.get());
    return ExitStatus.OK;
  }

  private RuleBook book() {
    return options.profiles().folder().isPresent()
        ? options.containers().in(RuleBook.standard())
        : options.containers().in(RuleBook.standard(), options.profiles().site(), environment);
  }

  private void tell(FindingText text, List<Finding> findings) {
    findings.forEach(finding -> text.of(finding).forEach(err::println));
  }

  private int refused() {
    err.println("warren: this job would be refused: see above");
    return ExitStatus.FAULTY;
  }

  private void print(PlannedJob job) {
    if (job.plan().containers().isEmpty()) {
      err.println("warren: " + options.script() + " has no container directive: nothing would run");
    }
    switch (options.form()) {
      case text -> PlanText.of(job).forEach(out::println);
      case yaml -> out.print(PlanObjects.yaml(job));
      case json -> out.println(PlanObjects.json(job));
    }
    out.flush();
  }
}
