package warren.cli.profile;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.JudgingCommand;
import warren.cli.show.FormatOption;
import warren.cli.show.Terminal;
import warren.profile.file.RepeatedProfiles;

/** {@code warren profile lint}: says what is wrong with profiles in files. */
@Command(
    name = LintCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Says what is wrong or unwise with the profiles in files, all at once, without a cluster: the"
          + " same that the cluster says when they are applied. Objects of other kinds are not"
          + " looked at.",
      "Findings go to standard output."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all accepted; there may be warnings",
      "1:something is refused",
      "2:no answer, or not to all: the command line or a file"
    })
public final class LintCommand implements JudgingCommand {
  public static final String NAME = "lint";

  private final InputStream in;

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "What to print: text, the default; or a JSON object a line for each file.")
  private FormatOption format;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files with profiles, YAML or JSON; - is standard input.")
  private final List<String> files = new ArrayList<>();

  /** The command; {@code in} is read for the file {@code -}. */
  public LintCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, String> environment = System.getenv();
    LintReport report =
        switch (format) {
          case text -> new LintText(out, Terminal.inkOfStandardOutput(environment));
          case json -> new LintJson(out);
        };
    RepeatedProfiles before = new RepeatedProfiles();
    boolean allRead = true;
    for (String file : files) {
      try {
        ProfileInput input = ProfileInput.read(file, in);
        report.add(input, input.file().allFindings(before));
      } catch (CommandException unreadable) {
        allRead = false;
        out.flush(); // so that both stay in order on a terminal
        spec.commandLine().getErr().println("warren: " + unreadable.getMessage());
      }
    }
    boolean accepted = report.end();
    if (!allRead) {
      return ExitStatus.UNANSWERED;
    }
    return accepted ? ExitStatus.OK : ExitStatus.FAULTY;
  }
}
