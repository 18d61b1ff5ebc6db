package warren.cli.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.cli.job.ScriptOptions;
import warren.cli.job.UserOption;
import warren.cli.show.Display;
import warren.cli.show.LiveDisplay;
import warren.cli.show.PlainDisplay;
import warren.cli.show.Terminal;
import warren.cli.site.SiteOption;
import warren.plan.UserIdentity;

/** {@code warren run}: plays the workload manager for one job script. */
@Command(
    name = RunCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Runs a job script on this machine, and the containers of its #DW lines on the Rabbits beside"
          + " it.",
      "Standard output is the script's; what warren says goes to standard error."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0-255:the script's own, when it was started and is not 0",
      "0:the script and its containers succeeded",
      "64:the command line is wrong",
      "120:refused: nothing was started",
      "121:the containers or their storage failed before the script was started",
      "122:the script succeeded, but the containers or their storage failed",
      "123:the cluster or this machine failed",
      "130, 143:ended by Ctrl-C, by SIGTERM"
    })
public final class RunCommand implements Callable<Integer> {
  public static final String NAME = "run";

  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "1",
      description = "Play N computes; default ${DEFAULT-VALUE}. See warren step.")
  private int nodes;

  @Option(
      names = "--user",
      paramLabel = "UID:GID",
      converter = UserOption.class,
      description = "Run as this user; root must, nobody else may.")
  private UserIdentity user;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description =
          "Keep each container's whole log in DIR, readable only by its owner, instead of showing it"
              + " after the script.")
  private Path logs;

  @Option(
      names = "--keep",
      description = "Leave the workflow in PostRun, to look at it; says how to delete it.")
  private boolean keep;

  @Option(
      names = "--verbose",
      description = "Show also what an MPI worker's SSH server prints about its connections.")
  private boolean verbose;

  @Mixin private ScriptOptions scripts;
  @Mixin private SiteOption site;

  @Parameters(index = "0", paramLabel = "JOB.SH", description = "The job script.")
  private Path script;

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "The script's arguments.")
  private final List<String> arguments = new ArrayList<>();

  /** The command; {@code clock} dates what it shows and writes. */
  public RunCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (nodes < 1) {
      throw new ParameterException(spec.commandLine(), "--nodes must be at least 1");
    }
    RunOptions options =
        new RunOptions(
            script,
            scripts,
            arguments,
            nodes,
            Optional.ofNullable(user),
            Optional.ofNullable(logs),
            keep,
            verbose,
            site);
    Map<String, String> environment = System.getenv();
    try (Display display = display(environment)) {
      return new Runner(options, environment, clock, display).run();
    }
  }

  private Display display(Map<String, String> environment) {
    PrintStream out = System.err;
    return Terminal.ofStandardError(environment)
        .<Display>map(terminal -> new LiveDisplay(out, clock, terminal))
        .orElseGet(() -> new PlainDisplay(out, clock));
  }
}
