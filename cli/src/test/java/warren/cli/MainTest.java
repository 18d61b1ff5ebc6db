package warren.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
    assertThat(out.toString()).contains("run  ", "step  ", "verify  ");
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(warren("--version")).isZero();
    assertThat(out.toString()).matches("warren [0-9]+\\.[0-9]+\\.[0-9]+.*\\s*");
  }

  @Test
  void aWrongCommandLineIsUsage() {
    assertThat(warren("run")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("JOB.SH").contains("Try: warren run --help");
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
  void aStepOutsideAJobIsRefused() {
    assertThat(warren("step", "--", "true")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("inside a job only");
  }
}
