package warren.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;
import warren.cli.check.CheckCommand;
import warren.cli.cluster.ClusterCommand;
import warren.cli.run.RunCommand;
import warren.cli.show.SafeText;
import warren.cluster.ClusterException;

/** The {@code warren} command. */
public final class Main {
  /** Set to 1, a failure nobody expected is shown with all its details. */
  private static final String DEBUG = "WARREN_DEBUG";

  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    InstantSource clock = InstantSource.system();
    System.exit(commandLine(arguments.length > 0 ? arguments[0] : "", clock).execute(arguments));
  }

  /** The command line for this command: no more of it where an answer is waited for. */
  private static CommandLine commandLine(String command, InstantSource clock) {
    return switch (command) {
      case CheckCommand.NAME -> commandLine(new CheckAlone(), clock);
      case RunCommand.NAME -> stoppingAtScript(commandLine(new RunAlone(), clock));
      default -> commandLine(clock);
    };
  }

  /** What follows the script on the command line is the script's own, options included. */
  private static CommandLine stoppingAtScript(CommandLine line) {
    line.getSubcommands().get(RunCommand.NAME).setStopAtPositional(true);
    return line;
  }

  static CommandLine commandLine(InstantSource clock) {
    CommandLine line = stoppingAtScript(commandLine(new WarrenCommand(), clock));
    // Likewise what kubectl is given; it may begin with an option.
    line.getSubcommands()
        .get(ClusterCommand.NAME)
        .getSubcommands()
        .get(ClusterCommand.KUBECTL)
        .setStopAtPositional(true)
        .setUnmatchedOptionsArePositionalParams(true);
    return line;
  }

  private static CommandLine commandLine(Object root, InstantSource clock) {
    return new CommandLine(root, new Commands(clock))
        .setParameterExceptionHandler(Main::usage)
        .setExecutionExceptionHandler(Main::failure);
  }

  private static int usage(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("warren: " + wrong.getMessage());
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommand() instanceof JudgingCommand
        ? ExitStatus.UNANSWERED
        : ExitStatus.USAGE;
  }

  private static int failure(
      Exception failed, CommandLine command, CommandLine.ParseResult arguments) {
    if (failed instanceof CommandException stopped) {
      command.getErr().println("warren: " + stopped.getMessage());
      return command.getCommand() instanceof JudgingCommand
          ? ExitStatus.UNANSWERED
          : stopped.exitStatus();
    }
    if (failed instanceof ClusterException trouble) {
      command.getErr().println("warren: " + trouble.getMessage());
      return ExitStatus.TROUBLE;
    }
    return unexpected(failed, command.getErr());
  }

  /** What is left to say of a failure that has no sentence of its own. */
  private static int unexpected(Exception failed, PrintWriter err) {
    boolean detailed = "1".equals(System.getenv(DEBUG));
    err.println(
        "warren: it failed in a way that was not foreseen ("
            + SafeText.oneLine(
                failed.getClass().getSimpleName()
                    + Optional.ofNullable(failed.getMessage()).map(text -> ": " + text).orElse(""))
            + ")"
            + (detailed ? "" : "; for the details run it again with " + DEBUG + "=1"));
    if (detailed) {
      failed.printStackTrace(err);
    }
    return ExitStatus.TROUBLE;
  }
}
