package warren.dw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobScriptTest {
  @Test
  void slurmTakesEveryLineOfThePrefixOneBlankAndMoreWhereverItStands() {
    JobScript script =
        Scripts.slurm(
            "#!/bin/bash",
            "#SBATCH -N 2",
            "#DW jobdw name=foo",
            "cat <<EOF",
            "#DW copy_in source=a",
            "EOF",
            "#DW",
            "#DW ",
            "#DWx y",
            "echo '#DW container'",
            "#DW x");

    assertThat(script.texts())
        .containsExactly("#DW jobdw name=foo", "#DW copy_in source=a", "#DW x");
    assertThat(script.directives())
        .extracting(DirectiveLine::place)
        .containsExactly(
            new Place("job.sh", 3, 1, 18),
            new Place("job.sh", 5, 1, 20),
            new Place("job.sh", 11, 1, 5));
    assertThat(script.directives()).extracting(DirectiveLine::index).containsExactly(0, 1, 2);
  }

  @Test
  void carriageReturnsOfWindowsFilesAreDropped() {
    JobScript script =
        JobScript.read("job.sh", "#!/bin/sh\r\n#DW x\r\n#DW y\r\n".getBytes(UTF_8), Dialect.SLURM);

    assertThat(script.texts()).containsExactly("#DW x", "#DW y");
    assertThat(script.directives()).extracting(line -> line.place().line()).containsExactly(2, 3);
  }

  @Test
  void aByteOrderMarkHidesTheFirstLineFromSlurmAndIsSaidToDoSo() {
    JobScript script = Scripts.slurm("\ufeff#DW destroy_persistent name=keep");

    assertThat(script.directives()).isEmpty();
    assertThat(Scripts.shown(script.findings()))
        .isEqualTo(
            "1:1+3 warning ignored-line: This line is not read as a directive: an invisible"
                + " byte-order mark stands before it. Save the script without it.");
  }

  @Test
  void scriptsWithoutDirectivesOrWithoutAnythingAreFine() {
    assertThat(Scripts.slurm("")).isEqualTo(new JobScript("job.sh", List.of(), List.of()));
    assertThat(Scripts.slurm("#!/bin/sh", "hostname").directives()).isEmpty();
    assertThat(Scripts.flux(" \n ").directives()).isEmpty();
    assertThat(Scripts.read("").accepted()).isTrue();
  }

  @Test
  void aDirectiveThatIsNotUtf8IsAnErrorAtTheFirstByteLost() {
    byte[] latin1 =
        "echo \u00e9\n#DW copy_in source=/caf\u00e9 destination=/x".getBytes(ISO_8859_1);

    JobScript script = JobScript.read("job.sh", latin1, Dialect.SLURM);

    assertThat(Scripts.shown(script.findings()))
        .isEqualTo(
            "2:24+1 error not-utf8: This directive is not UTF-8 text. Save the script in UTF-8, or"
                + " write the directive in plain ASCII.");
    assertThat(JobScript.read("job.sh", latin1, Dialect.FLUX).findings())
        .extracting(finding -> finding.code().value())
        .contains("not-utf8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\u00a0", "#", "#D", " #d", "\u00e9"})
  void aScriptMayEndWithinWhatMightHaveBecomeADirective(String end) {
    JobScript script = Scripts.slurm("#DW x", end);

    assertThat(script.texts()).containsExactly("#DW x");
    assertThat(script.findings()).isEmpty();
  }

  @Test
  void everyByteIsReadWithoutHarm() {
    byte[] all = new byte[8 * 256];
    for (int i = 0; i < 256; i++) {
      byte[] directive = {'#', 'D', 'W', ' ', (byte) i, '#', 'D', 'W'};
      System.arraycopy(directive, 0, all, directive.length * i, directive.length);
    }
    for (Dialect dialect : Dialect.values()) {
      Reading reading = Scripts.read(JobScript.read("job.sh", all, dialect));
      assertThat(reading.accepted()).isFalse();
    }
  }

  @Test
  void columnsCountCharactersAsAPersonDoes() {
    Reading reading =
        Scripts.read("#DW copy_in source=/\ud83d\ude00\ud83d\ude00 bad=1 destination=/x");

    assertThat(reading.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.place()).contains(new Place("job.sh", 1, 24, 3)));
  }

  @Test
  void fluxCutsAtEveryPrefixAndBlank() {
    JobScript script =
        Scripts.flux("#DW jobdw name=aa  #DW container\n  name=bb\n#DW   #DW copy_in");

    assertThat(script.texts())
        .containsExactly("#DW jobdw name=aa", "#DW container\n  name=bb", "#DW copy_in");
    assertThat(script.findings()).isEmpty();
  }

  @Test
  void fluxTakesTheTextBeforeTheFirstPrefixForADirective() {
    JobScript script = Scripts.flux("\ufeffhello #DW x");

    assertThat(script.texts()).containsExactly("#DW hello", "#DW x");
    assertThat(Scripts.shown(script.findings()))
        .isEqualTo(
            "1:1+5 warning text-before-prefix: The text before the first '#DW ' is taken as a"
                + " directive too. Begin with '#DW ', and give the directives alone, without the"
                + " rest of the script.");
    assertThat(Scripts.flux("#DW").texts()).containsExactly("#DW #DW");
    assertThat(Scripts.flux("#DW\tx").texts()).containsExactly("#DW #DW\tx");
  }

  @Test
  void findingsInAFluxTextStandWhereTheUserWroteTheWord() {
    Reading reading = Scripts.read(Scripts.flux("#DW   destroy_persistent\n  nam=aa"));

    assertThat(Scripts.shown(reading.findings()))
        .isEqualTo(
            """
            1:7+18 error missing-required: The command 'destroy_persistent' needs the argument \
            'name', the name of the storage to destroy. Add 'name=VALUE', where VALUE is a \
            lower-case letter, then one or more lower-case letters, digits or hyphens.
            2:3+3 error unsupported-arg: The command 'destroy_persistent' has no argument 'nam'. \
            Did you mean 'name'?""");
  }

  @Test
  void behindALineBreakColumnsCountFromTheLinesBeginning() {
    Reading reading =
        Scripts.read(Scripts.flux("#DW destroy_persistent\n\nx\n \ud83d\ude00 name=aa"));

    assertThat(reading.findings())
        .extracting(finding -> finding.place().orElseThrow())
        .containsExactly(new Place("job.sh", 3, 1, 1), new Place("job.sh", 4, 2, 1));
  }

  @Test
  void whatIsWrongWithAPrefixThatTheUserDidNotWriteStandsWhereHisTextBegins() {
    Place place = new Place("job.sh", 2, 3, 1);
    DirectiveLine line = new DirectiveLine(0, "#DW ", place, 4, List.of());

    assertThat(Scripts.read(new JobScript("job.sh", List.of(line), List.of())).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.place()).contains(place));
  }

  @Test
  void a_directive_of_a_workflow_is_as_long_as_its_characters() {
    JobScript script = JobScript.ofDirectives(List.of("#DW \ud83d\ude00"));

    assertThat(script.directives().getFirst().place().length()).isEqualTo(5);
  }

  @Test
  void theDirectivesOfAWorkflowAreTheirOwnLines() {
    JobScript script = JobScript.ofDirectives(List.of("#DW x", "", "#DW\ny"));

    assertThat(script.source()).isEqualTo("spec.dwDirectives");
    assertThat(script.texts()).containsExactly("#DW x", "", "#DW\ny");
    assertThat(script.directives())
        .extracting(line -> line.place().line())
        .containsExactly(1, 2, 3);
    assertThat(Scripts.read(script).findings())
        .extracting(finding -> finding.place().orElseThrow())
        .containsExactly(
            new Place("spec.dwDirectives", 1, 5, 1),
            new Place("spec.dwDirectives", 2, 1, 1),
            new Place("spec.dwDirectives", 3, 5, 1));
  }

  @Test
  void aFindingStandsAtItsPlaceElseAtItsDirectives() {
    JobScript script = Scripts.slurm("#!/bin/sh", "#DW jobdw");
    Finding finding = Finding.warning(new Code("any"), "Something is odd.");
    Place end = new Place("job.sh", 2, 5, 5);

    assertThat(script.placeOf(finding.about(0).at(end))).contains(end);
    assertThat(script.placeOf(finding.about(0))).contains(new Place("job.sh", 2, 1, 9));
    assertThat(script.placeOf(finding.about(1))).isEmpty();
    assertThat(script.placeOf(finding)).isEmpty();
  }
}
