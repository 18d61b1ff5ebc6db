package warren.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.job.JobFolder;

/**
 * {@code warren step}: hands over to the job's own {@code warren}, which stands first on the PATH
 * of a job's script. This one is met only by a script that calls Warren by its full path.
 */
@Command(
    name = "step",
    mixinStandardHelpOptions = true,
    description = {
      "Inside a job script: runs COMMAND once per compute, all at the same time, each with that"
          + " compute's environment.",
      "Sets WARREN_COMPUTE_NAME, WARREN_COMPUTE_INDEX (from 0), WARREN_NODES (how many),"
          + " WARREN_NODE_LIST and each DW_JOB_... as that compute sees it. COMMAND reads nothing"
          + " from standard input. The exit status is the highest of all."
    },
    customSynopsis = "warren step -- COMMAND [ARGUMENTS]")
public final class StepCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "COMMAND")
  private final List<String> command = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    String folder = System.getenv(JobFolder.VARIABLE);
    if (folder == null || !Files.isExecutable(JobFolder.stepTool(Path.of(folder)))) {
      throw new CommandException(
          ExitStatus.USAGE,
          "step works inside a job only: call it in a script that warren run runs");
    }
    List<String> line = new ArrayList<>();
    line.add(JobFolder.stepTool(Path.of(folder)).toString());
    line.add("step");
    line.add("--");
    line.addAll(command);
    return new ProcessBuilder(line).inheritIO().start().waitFor();
  }
}
