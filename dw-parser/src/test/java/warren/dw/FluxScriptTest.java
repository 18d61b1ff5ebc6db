package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FluxScriptTest {
  private static final FluxPresets PRESETS =
      FluxPresets.of(
          Map.of(
              "xfs_small",
              List.of("#DW jobdw type=xfs capacity=256GiB name=xfssmall"),
              "both",
              List.of("#DW persistentdw name=aa #DW persistentdw name=bb")));

  private static JobScript read(String... lines) {
    return read(FluxPresets.UNKNOWN, lines);
  }

  private static JobScript read(FluxPresets presets, String... lines) {
    byte[] content = String.join("\n", lines).getBytes(UTF_8);
    return FluxScript.read("job.sh", content).directives("job.sh", presets);
  }

  private static String shown(JobScript script) {
    return Scripts.shown(script.findings());
  }

  @Test
  void the_attribute_goes_over_several_lines() {
    JobScript script =
        read(
            "#!/bin/bash",
            "",
            "#FLUX: -N 2",
            "#FLUX: -S dw=\"\"\"",
            "#FLUX: #DW jobdw type=xfs capacity=1TiB name=xfsproject",
            "#FLUX: #DW copy_out source=$DW_JOB_xfsproject",
            "#FLUX:    destination=/lus/out",
            "#FLUX: \"\"\"",
            "flux run hostname");

    assertThat(script.texts())
        .containsExactly(
            "#DW jobdw type=xfs capacity=1TiB name=xfsproject",
            "#DW copy_out source=$DW_JOB_xfsproject\n   destination=/lus/out");
    assertThat(script.findings()).isEmpty();
    assertThat(script.directives())
        .extracting(DirectiveLine::place)
        .containsExactly(new Place("job.sh", 5, 12, 44), new Place("job.sh", 6, 12, 34));
  }

  @Test
  void findings_stand_where_the_word_is_in_the_script() {
    JobScript script =
        read(
            "# flux: --setattr=system.dw='''",
            "# flux:   #DW jobdw type=luster capacity=1TiB",
            "# flux:     nam=project",
            "# flux: '''");

    assertThat(Scripts.read(script).findings())
        .extracting(finding -> finding.code().value() + " " + finding.place().orElseThrow())
        .containsExactly(
            "missing-required job.sh:2:15",
            "bad-string job.sh:2:26",
            "unsupported-arg job.sh:3:13");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#FLUX: -S dw=\"#DW persistentdw name=keep\"",
        "#FLUX: -N2 -Sdw='#DW persistentdw name=keep' -q debug",
        "#flux: --setattr=dw=\"#DW persistentdw name=keep\" # a comment",
        "#FLUX: --setattr system.dw=\"#DW persistentdw name=keep\"",
        "#FLUX: -S .system.dw='#DW persistentdw name=keep'",
        "#FLUX: -S \"dw=#DW persistentdw name=keep\"",
        "#FLUX: -S dw=\"\"\"#DW persistentdw name=keep\"\"\"",
        "#FLUX: -S dw=\\#DW\\ persistentdw\\ name=keep",
        "-- FLUX: -S dw='#DW persistentdw name=keep'"
      })
  void the_attribute_stands_on_one_line(String line) {
    JobScript script = read("#!/bin/sh", line, "hostname");

    assertThat(script.texts()).containsExactly("#DW persistentdw name=keep");
    assertThat(script.findings()).isEmpty();
    assertThat(script.directives().getFirst().place().line()).isEqualTo(2);
  }

  @Test
  void a_value_with_escapes_is_marked_as_a_whole() {
    JobScript script = read("#FLUX: -S dw=\"#DW persistentdw nam=\\\"x\\\"\"");

    assertThat(script.texts()).containsExactly("#DW persistentdw nam=\"x\"");
    assertThat(Scripts.read(script).findings())
        .extracting(finding -> finding.place().orElseThrow())
        .containsOnly(new Place("job.sh", 1, 11, 31));
  }

  @Test
  void what_is_no_value_of_the_attribute_is_told() {
    assertThat(
            shown(
                read(
                    "#FLUX: -S dw=#DW persistentdw name=keep",
                    "#FLUX: #DW persistentdw name=keep",
                    "#FLUX: -S ^dw=file.json",
                    "#FLUX: -S dw='#DW persistentdw name=one'",
                    "#FLUX: -S dw='#DW persistentdw name=two'",
                    "hostname",
                    "#DW persistentdw name=keep")))
        .isEqualTo(
            """
            1:14+3 warning ignored-line: This line is not read as a directive: a '#' outside \
            quotes begins a comment. Write the directive between quotes: '#FLUX: -S dw="#DW ..."'.
            2:8+3 warning ignored-line: This line is not read as a directive: a '#' outside quotes \
            begins a comment. Write the directive between quotes: '#FLUX: -S dw="#DW ..."'.
            3:11+13 warning ignored-line: This line is not read as a directive: the value of 'dw' \
            is in the file 'file.json'. Check that file, too.
            4:15+25 warning ignored-line: This line is not read as a directive: the attribute 'dw' \
            is given again in line 5, and the last one counts. Give all directives in one.
            7:1+3 warning ignored-line: This line is not read as a directive: Flux reads the \
            attribute 'dw' only. Write the directive between '#FLUX: -S dw=\"""' and \
            '#FLUX: \"""'.""");
    assertThat(shown(read("#FLUX: -S dw"))).startsWith("1:11+2 warning ignored-line: ");
  }

  @Test
  void flux_refuses_what_it_cannot_read() {
    assertThat(
            shown(
                read(
                    "#FLUX: -S dw='#DW",
                    "#FLUX: nodes=2",
                    "##FLUX: -N 2",
                    "#FLUX: -S dw=\"\"\"",
                    "hostname",
                    "#FLUX: -N 2")))
        .isEqualTo(
            """
            1:7+11 error bad-flux-line: Flux refuses this line: a quote is not closed in this \
            line. Close the quotes; a value of several lines stands between three quotes.
            2:7+8 error bad-flux-line: Flux refuses this line: 'nodes=2' is no option. Write an \
            option, such as '-S dw="#DW ..."'.
            3:1+7 error bad-flux-line: Flux refuses this line: the first one begins with '#FLUX:'. \
            Begin every submission line alike. To switch one off, write '#' behind '#FLUX:'.
            4:7+10 error bad-flux-line: Flux refuses this line: nothing closes the three quotes \
            \""". Begin each line of the value as this one begins, and end the last with the same \
            three quotes.
            6:1+6 error bad-flux-line: Flux refuses this line: the submission lines ended with \
            line 4. Move this line up, above the first command.""");
    assertThat(shown(read("#FLUX: -S dw='''", "#FLUX: #DW persistentdw name=aa")))
        .startsWith("1:7+10 error bad-flux-line: ");
    assertThat(shown(read("#FLUX: -S dw=''' #DW"))).startsWith("1:7+14 error bad-flux-line: ");
  }

  @Test
  void other_lines_are_none_of_a_flux_script() {
    assertThat(read("#!/bin/sh", "echo FLUX: x", "#SBATCH -N 1").texts()).isEmpty();
    assertThat(FluxScript.read("job.sh", "echo 'flux: x'".getBytes(UTF_8)).sign()).isEmpty();
    assertThat(FluxScript.read("job.sh", "\ufeff#FLUX: -N 1".getBytes(UTF_8)).sign())
        .hasValueSatisfying(
            sign -> {
              assertThat(sign.text()).isEqualTo("#FLUX:");
              assertThat(sign.isComment()).isTrue();
            });
  }

  @Test
  void presets_stand_for_directives() {
    assertThat(read(PRESETS, "#FLUX: -S dw=xfs_small").texts())
        .containsExactly("#DW jobdw type=xfs capacity=256GiB name=xfssmall");
    JobScript both = read(PRESETS, "#FLUX: -S dw=both");
    assertThat(both.texts())
        .containsExactly("#DW persistentdw name=aa", "#DW persistentdw name=bb");
    assertThat(both.directives())
        .extracting(DirectiveLine::place)
        .containsOnly(new Place("job.sh", 1, 14, 4));
  }

  @Test
  void a_preset_that_is_not_known_is_named() {
    assertThat(shown(read("#FLUX: -S dw=xfs_small")))
        .isEqualTo(
            "1:14+9 error unknown-preset: The preset 'xfs_small' is unknown: no file of presets was"
                + " given. Give the site's presets with --presets FILE, where FILE holds what"
                + " 'flux config get rabbit.presets' prints.");
    assertThat(shown(read(PRESETS, "#FLUX: -S dw=xfs_smal")))
        .isEqualTo(
            "1:14+8 error unknown-preset: There is no preset 'xfs_smal'. Did you mean"
                + " 'xfs_small'?");
    assertThat(shown(read(PRESETS, "#FLUX: -S dw=lustre_large")))
        .endsWith("The presets are both and xfs_small.");
    assertThat(shown(read(FluxPresets.of(Map.of()), "#FLUX: -S dw=lustre_large")))
        .endsWith("The site has no presets.");
  }

  @Test
  void a_script_without_directives_says_so_and_where_some_are_mentioned() {
    byte[] content =
        "#!/bin/sh\n#SBATCH --bb='#DW persistentdw name=aa'\n  #DW jobdw\necho '#DWx'\n"
            .getBytes(UTF_8);

    assertThat(
            shown(
                JobScript.read("job.sh", content, Dialect.SLURM)
                    .warnedIfEmpty(content, Dialect.SLURM)))
        .isEqualTo(
            """
            3:3+3 warning ignored-line: This line is not read as a directive: '#DW' does not stand \
            in column 1. Remove what is in front of it.
            1:1+1 warning no-directives: No directive was found. If the job needs storage or \
            containers, write lines that begin with '#DW ' in column 1.
            2:15+3 warning ignored-line: This line is not read as a directive: '#DW' does not \
            stand in column 1. Write the directive on a line of its own, from column 1 on.""");
  }
}
