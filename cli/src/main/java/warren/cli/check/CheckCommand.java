package warren.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.JudgingCommand;
import warren.cli.job.ScriptOptions;
import warren.cli.show.FileTrouble;
import warren.cli.show.FormatOption;
import warren.cli.show.Ink;
import warren.cli.show.SafeText;
import warren.cli.show.Terminal;
import warren.cli.site.ContainerLimitOption;
import warren.dw.RuleBook;

/** {@code warren check}: says what is wrong with the {@code #DW} lines of scripts. */
@Command(
    name = CheckCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Says what DWS and NNF would say of the #DW lines of job scripts, all at once, without a"
          + " cluster. A Flux jobspec, a Workflow or a list of directives, in YAML or JSON, is read"
          + " as such. With --profiles or --cluster it also says what Warren would say of their"
          + " containers by these profiles, which are read once.",
      "Findings go to standard output."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all accepted; there may be warnings",
      "1:something is refused, or the profiles have errors",
      "2:no answer, or not to all: the command line, a file, the cluster or a line of JSON"
    })
public final class CheckCommand implements JudgingCommand {
  public static final String NAME = "check";

  private static final String STANDARD_INPUT = "-";

  /** What a script from standard input is called in findings. */
  private static final String STANDARD_INPUT_SOURCE = "<stdin>";

  private final InputStream in;

  @Spec private CommandSpec spec;

  @Mixin private ScriptOptions scripts;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "The site's rules, YAML or JSON of DWDirectiveRule, instead of NNF's; repeat it for"
              + " more.")
  private final List<Path> rules = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "What to print: text, the default; or a JSON object a line for each input.")
  private FormatOption format;

  @Option(
      names = "--input",
      paramLabel = "json",
      description =
          "What FILE holds is a JSON object a line, with directives or scripts; the answer is one,"
              + " too.")
  private InputOption input;

  @Mixin private ExtentOptions extents;
  @Mixin private ContainerLimitOption containers;

  @Parameters(paramLabel = "FILE", description = "Scripts; - or none is standard input.")
  private final List<String> files = new ArrayList<>();

  /** The command; {@code in} is read where the command line names no file. */
  public CheckCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() {
    if (input == InputOption.json && format == FormatOption.text) {
      throw new ParameterException(
          spec.commandLine(), "--input json has answers in JSON: leave --format text out");
    }
    Map<String, String> environment = System.getenv();
    PrintWriter err = spec.commandLine().getErr();
    Ink ink = Terminal.inkOfStandardError(environment);
    RuleBook ofFiles = RuleFiles.read(rules, err, ink);
    Extent extent = extents.extent(environment, err, ink);
    RuleBook unlimited = rules.isEmpty() ? extent.rules().orElse(ofFiles) : ofFiles;
    RuleBook book =
        extents.isCluster()
            ? containers.in(unlimited, extents.site(), environment)
            : containers.in(unlimited);
    Report report =
        report(new Checker(scripts.reader(err::println, ink), book, extent), environment);
    Answer answer = Answer.of(extent.isSound());
    for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
      answer = answer.and(read(file, report));
    }
    report.end();
    if (spec.commandLine().getOut().checkError()) {
      throw new CommandException(
          ExitStatus.UNANSWERED, "standard output could not be written; see what it leads to");
    }
    return answer.exitStatus();
  }

  private Report report(Checker checker, Map<String, String> environment) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (input == InputOption.json) {
      return new JsonLines(checker, out, err);
    }
    return format == FormatOption.json
        ? new JsonReport(checker, out)
        : new TextReport(checker, out, err, Terminal.inkOfStandardOutput(environment));
  }

  private Answer read(String file, Report report) {
    try {
      if (file.equals(STANDARD_INPUT)) {
        return report.read(STANDARD_INPUT_SOURCE, in);
      }
      try (InputStream content = Files.newInputStream(Path.of(file))) {
        return report.read(file, content);
      }
    } catch (IOException unreadable) {
      report.unreadable(file, file + " cannot be read: " + FileTrouble.reason(unreadable));
    } catch (InvalidPathException impossible) {
      report.unreadable(
          file, SafeText.oneLine(file) + " cannot be read: no file can have that name");
    }
    return Answer.NONE;
  }
}
