package warren.cli.show;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Dialect;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Place;

class FindingTextTest {
  private static final byte[] SCRIPT =
      "#!/bin/sh\n#DW container\tname=c profile=red\n".getBytes(UTF_8);
  private static final Finding UNKNOWN =
      Finding.error(new Code("unknown-profile"), Blame.USER, "There is no profile 'red'.");

  private final FindingText text = ofScript(SCRIPT, Ink.PLAIN);

  private static FindingText ofScript(byte[] script, Ink ink) {
    return FindingText.of(JobScript.read("job.sh", script, Dialect.SLURM), script, ink);
  }

  private static List<String> marked(String script, int line, int column, int length) {
    return ofScript(script.getBytes(UTF_8), Ink.PLAIN)
        .of(UNKNOWN.at(new Place("job.sh", line, column, length)))
        .subList(1, 3);
  }

  @Test
  void aFindingWithAPlaceShowsTheLineAndMarksThePlace() {
    assertThat(text.of(UNKNOWN.at(new Place("job.sh", 2, 22, 11)).hint("Did you mean 'red-rock'?")))
        .containsExactly(
            "job.sh:2:22: error: There is no profile 'red'. [unknown-profile]",
            "    #DW container\tname=c profile=red",
            "                 \t       ^~~~~~~~~~~",
            "    Did you mean 'red-rock'?");
  }

  @Test
  void onATerminalItsPartsAreSetOff() {
    assertThat(ofScript(SCRIPT, new Ink(true)).of(UNKNOWN.at(new Place("job.sh", 1, 1, 2))))
        .containsExactly(
            "\u001b[1mjob.sh:1:1:\u001b[0m \u001b[1;31merror:\u001b[0m There is no profile 'red'."
                + " [unknown-profile]",
            "    #!/bin/sh",
            "    \u001b[1;32m^~\u001b[0m");
  }

  @Test
  void aFindingAboutADirectiveIsPlacedThere() {
    assertThat(text.of(UNKNOWN.about(0)).getFirst()).startsWith("job.sh:2:");
    assertThat(text.of(UNKNOWN.about(7)).getFirst()).startsWith("error: ");
  }

  @Test
  void aFindingWithoutPlaceIsOneLine() {
    assertThat(text.of(UNKNOWN))
        .containsExactly("error: There is no profile 'red'. [unknown-profile]");
    assertThat(text.of(Finding.warning(new Code("odd"), "It is odd.")))
        .containsExactly("warning: It is odd. [odd]");
  }

  @Test
  void aPlaceInAnotherTextOrBehindTheLastLineShowsNoLine() {
    assertThat(text.of(UNKNOWN.at(new Place("profile red", 2, 1, 1)))).hasSize(1);
    assertThat(text.of(UNKNOWN.at(new Place("job.sh", 9, 1, 1)))).hasSize(1);
  }

  @Test
  void linesEndAtLineFeedsOnly() {
    assertThat(marked("one\rtwo\r\n#DW x\r\n", 2, 5, 1)).containsExactly("    #DW x", "        ^");
    assertThat(marked("one\rtwo\r\n", 1, 5, 3)).containsExactly("    one?two", "        ^~~");
  }

  @ParameterizedTest
  @CsvSource({
    "'é=x', 3, '      ^'",
    "'e\u0301=x', 4, '      ^'",
    "'名前=x', 4, '         ^'",
    "'\uD83D\uDE00=x', 3, '       ^'",
    "'\uFEFF#DW x', 5, '        ^'",
    "'a\u202Eb', 3, '      ^'"
  })
  void theMarkStandsUnderItsPlaceWhateverIsBeforeIt(String line, int column, String expected) {
    assertThat(marked(line, 1, column, 1).get(1)).isEqualTo(expected);
  }

  @Test
  void ofAVeryLongLineThePartAroundTheMarkIsShown() {
    String line = "a".repeat(1000) + "WRONG" + "b".repeat(1000);

    assertThat(marked(line, 1, 1001, 5))
        .containsExactly(
            "    …" + "a".repeat(40) + "WRONG" + "b".repeat(115) + "…",
            "    " + " ".repeat(41) + "^~~~~");
    assertThat(marked(line, 1, 3, 1).getFirst()).isEqualTo("    " + "a".repeat(160) + "…");
    assertThat(marked(line, 1, 1, 2000).get(1)).isEqualTo("    ^" + "~".repeat(159));
  }

  @Test
  void aPlaceBehindTheLinesEndIsMarkedThere() {
    assertThat(marked("#DW", 1, 9, 4)).containsExactly("    #DW", "       ^");
  }

  @Test
  void nothingInAScriptReachesTheTerminalAsAControl() {
    assertThat(marked("#DW \u001b[2J \u0085 \u2028 \u202e", 1, 1, 3))
        .contains("    #DW ?[2J ? ? ?");
  }

  @Test
  void findingsOfOtherTextsAreShownAlike() {
    SourceText profile = new SourceText("profile.yaml", "kind: X\n".getBytes(UTF_8));

    assertThat(
            FindingText.of(profile, Ink.PLAIN).of(UNKNOWN.at(new Place("profile.yaml", 1, 7, 1))))
        .contains("    kind: X", "          ^");
  }
}
