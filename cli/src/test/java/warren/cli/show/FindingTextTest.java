package warren.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Dialect;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Place;

class FindingTextTest {
  private static final byte[] SCRIPT =
      "#!/bin/sh\n#DW container\tname=c profile=red\n".getBytes(StandardCharsets.UTF_8);
  private static final Finding UNKNOWN =
      Finding.error(new Code("unknown-profile"), Blame.USER, "There is no profile 'red'.");

  private final FindingText text =
      new FindingText(JobScript.read("job.sh", SCRIPT, Dialect.SLURM), SCRIPT);

  @Test
  void aFindingWithAPlaceShowsTheLineAndMarksThePlace() {
    assertThat(text.of(UNKNOWN.at(new Place("job.sh", 2, 22, 11)).hint("Did you mean 'red-rock'?")))
        .containsExactly(
            "job.sh:2:22: error: There is no profile 'red'.",
            "    #DW container\tname=c profile=red",
            "                 \t       ^~~~~~~~~~~",
            "    Did you mean 'red-rock'?");
  }

  @Test
  void aFindingAboutADirectiveIsPlacedThere() {
    assertThat(text.of(UNKNOWN.about(0)).getFirst()).startsWith("job.sh:2:");
  }

  @Test
  void aFindingWithoutPlaceIsOneLine() {
    assertThat(text.of(UNKNOWN)).containsExactly("error: There is no profile 'red'.");
    assertThat(text.of(Finding.warning(new Code("odd"), "It is odd.")))
        .containsExactly("warning: It is odd.");
  }

  @Test
  void aPlaceInAnotherTextShowsNoLine() {
    assertThat(text.of(UNKNOWN.at(new Place("profile red", 2, 1, 1)))).hasSize(1);
  }

  @Test
  void nothingInAScriptReachesTheTerminalAsAControl() {
    byte[] hostile = "#DW \u001b[2J\n".getBytes(StandardCharsets.UTF_8);

    assertThat(
            new FindingText(JobScript.read("x", hostile, Dialect.SLURM), hostile)
                .of(UNKNOWN.at(new Place("x", 1, 1, 3))))
        .contains("    #DW ?[2J");
  }
}
