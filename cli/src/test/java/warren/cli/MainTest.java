package warren.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int warren(String... arguments) {
    CommandLine line = Main.commandLine(InstantSource.system());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void theHelpListsTheCommands() {
    assertThat(warren("--help")).isZero();
    assertThat(out.toString()).contains("plan  ", "profile  ", "run  ", "step  ", "verify  ");
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(warren("--version")).isZero();
    assertThat(out.toString()).matches("warren [0-9]+\\.[0-9]+\\.[0-9]+.*\\s*");
  }

  @Test
  void whatKubectlIsGivenIsItsOwn() {
    CommandLine.ParseResult parsed =
        Main.commandLine(InstantSource.system())
            .parseArgs("cluster", "kubectl", "-n", "jobs", "get", "pods", "-o", "wide", "--help");
    assertThat(
            parsed.subcommand().subcommand().matchedPositionals().getFirst().originalStringValues())
        .containsExactly("-n", "jobs", "get", "pods", "-o", "wide", "--help");
  }

  @Test
  void aWrongCommandLineIsUsage() {
    assertThat(warren("run")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("JOB.SH").contains("Try: warren run --help");
  }

  @Test
  void aWrongCommandLineIsNoAnswerWhereAnswersAreWanted() {
    assertThat(warren("check", "--dialect", "pbs")).isEqualTo(ExitStatus.UNANSWERED);
    assertThat(err.toString()).contains("slurm, flux").contains("Try: warren check --help");
  }

  @Test
  void aScriptThatIsNotThereIsOneSentence(@TempDir Path folder) {
    Path missing = folder.resolve("job.sh");

    assertThat(warren("run", missing.toString())).isEqualTo(ExitStatus.REFUSED);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "warren: there is no job script " + missing + "; check the path\n");
  }

  @Test
  void whatIsNoScriptIsNotRun(@TempDir Path folder) throws IOException {
    Path workflow = folder.resolve("workflow.yaml");
    Files.writeString(workflow, "kind: Workflow\nspec: {dwDirectives: ['#DW x']}\n");

    assertThat(warren("run", workflow.toString())).isEqualTo(ExitStatus.REFUSED);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "warren: "
                + workflow
                + " is a Workflow, and no script that could be run; to see what it asks for:"
                + " warren plan\n");
  }

  @Command(name = "stumble")
  static final class Stumble implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new IllegalStateException("out of\norder");
    }
  }

  @Test
  void aFailureNobodyExpectedIsOneSentenceToo() {
    CommandLine line = Main.commandLine(InstantSource.system());
    line.addSubcommand(new Stumble());
    line.setErr(new PrintWriter(err, true));

    assertThat(line.execute("stumble")).isEqualTo(ExitStatus.TROUBLE);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "warren: it failed in a way that was not foreseen (IllegalStateException: out of;"
                + " order); for the details run it again with WARREN_DEBUG=1");
  }

  @Test
  void aStepOutsideAJobIsRefused() {
    assertThat(warren("step", "--", "true")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("inside a job only");
  }
}
