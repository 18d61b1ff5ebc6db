package warren.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.dw.Dialect;
import warren.dw.DirectiveLine;
import warren.dw.DirectiveReader;
import warren.dw.FluxPresets;
import warren.dw.JobScript;
import warren.dw.Place;
import warren.dw.RuleBook;

class SubmissionReaderTest {
  private static final String KEEP = "#DW persistentdw name=keep";
  private static final SubmissionReader FLUX =
      new SubmissionReader(Optional.of(Dialect.FLUX), FluxPresets.UNKNOWN);

  private static Submission read(SubmissionReader reader, String text) {
    return reader.read("job", text.getBytes(UTF_8));
  }

  private static Submission read(String text) {
    return read(SubmissionReader.ANY, text);
  }

  private static void assertForm(Submission read, Form form, String sign) {
    assertThat(read.form()).isEqualTo(form);
    assertThat(read.sign().orElse("")).isEqualTo(sign);
  }

  private static List<String> codes(JobScript script) {
    return script.findings().stream().map(finding -> finding.code().value()).toList();
  }

  private static String only(Submission read) {
    assertThat(read.script().findings()).hasSize(1);
    return read.script().findings().getFirst().sentence();
  }

  @Test
  void a_script_is_one_for_slurm_unless_it_shows_that_it_is_for_flux() {
    assertForm(read("#!/bin/sh\n" + KEEP + "\n"), Form.SLURM_SCRIPT, "");
    Submission flux = read("#!/bin/sh\n#FLUX: -S dw='" + KEEP + "'\n");
    assertForm(flux, Form.FLUX_SCRIPT, "line 2 begins with '#FLUX:'");
    assertThat(flux.script().texts()).containsExactly(KEEP);
    assertThat(flux.recognized())
        .contains("job is read as a Flux batch script: line 2 begins with '#FLUX:'.");
    assertForm(read("#!/bin/sh\ncat <<E\n- flux: x\nE\n"), Form.SLURM_SCRIPT, "");
  }

  @Test
  void a_script_for_both_is_read_for_slurm_unless_flux_is_asked_for() {
    String both = "#!/bin/sh\n#SBATCH -N1\n#FLUX: -S dw='#DW persistentdw name=flux'\n" + KEEP;

    assertForm(read(both), Form.SLURM_SCRIPT, "it has #SBATCH lines beside those of Flux");
    assertThat(read(both).script().texts()).containsExactly(KEEP);
    assertThat(read(FLUX, both).script().texts()).containsExactly("#DW persistentdw name=flux");
  }

  @Test
  void for_flux_a_script_without_submission_lines_is_no_attribute() {
    Submission script = read(FLUX, "#!/bin/sh\nset -e\n" + KEEP + "\n");

    assertForm(script, Form.FLUX_SCRIPT, "");
    assertThat(codes(script.script())).containsExactly("ignored-line", "no-directives");
    assertForm(read(FLUX, KEEP + "\n" + KEEP), Form.FLUX_ATTRIBUTE, "");
  }

  @Test
  void an_attribute_may_be_a_json_list_or_a_preset() {
    String list = "#FLUX: -S dw='[\"" + KEEP + "\", \"#DW persistentdw name=other\"]'\n";
    SubmissionReader presets =
        new SubmissionReader(
            Optional.of(Dialect.FLUX), FluxPresets.of(Map.of("small", List.of(KEEP))));

    assertThat(read(list).script().texts()).containsExactly(KEEP, "#DW persistentdw name=other");
    assertThat(read(presets, "#FLUX: -S dw=small\n").script().texts()).containsExactly(KEEP);
    assertThat(read(presets, "small").script().texts()).containsExactly(KEEP);
    assertThat(read(presets, "[small]").form()).isEqualTo(Form.FLUX_ATTRIBUTE);
    assertThat(codes(read("#FLUX: -S dw=small\n").script())).containsExactly("unknown-preset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        apiVersion: dataworkflowservices.github.io/v1alpha7
        kind: Workflow
        spec:
          dwDirectives:
          - "#DW persistentdw name=keep"
        """,
        "# a comment\n---\nkind: Workflow\nspec: {dwDirectives: ['#DW persistentdw name=keep']}",
        "{\"kind\":\"Workflow\",\"spec\":{\"dwDirectives\":[\"#DW persistentdw name=keep\"]}}",
        "{\"kind\":\"WorkflowList\",\"items\":[\n"
            + "{\"kind\":\"Workflow\",\"spec\":{\"dwDirectives\":[\"#DW persistentdw name=keep\"]}}]}"
      })
  void a_workflow_is_read_as_one(String text) {
    assertForm(read(text), Form.WORKFLOW, "its kind is Workflow");
    assertThat(read(text).script().texts()).containsExactly(KEEP);
    assertThat(read(text).script().findings()).isEmpty();
  }

  @Test
  void jobspecs_and_lists_are_read_as_what_they_are() {
    String jobspec = "{\n \"version\": 1, \"attributes\": {\"system\": {\"dw\": %s}}}";
    Submission text = read(jobspec.formatted("\"" + KEEP + "\\n#DW persistentdw name=other\""));
    Submission list = read("[\"" + KEEP + "\",\n \"#DW persistentdw name=other\"]");

    assertForm(text, Form.FLUX_JOBSPEC, "it has 'attributes', as a jobspec does");
    assertForm(list, Form.LIST, "it is a list");
    assertThat(text.script().texts())
        .containsExactly(KEEP, "#DW persistentdw name=other")
        .isEqualTo(list.script().texts())
        .isEqualTo(read("- '" + KEEP + "'\n- '#DW persistentdw name=other'\n").script().texts());
    assertThat(text.script().directives())
        .extracting(DirectiveLine::place)
        .containsExactly(new Place("job", 2, 53, 22), new Place("job", 2, 81, 23));
    assertThat(list.script().directives())
        .extracting(DirectiveLine::place)
        .containsExactly(new Place("job", 1, 3, 26), new Place("job", 2, 3, 27));
    assertThat(read(jobspec.formatted("[\"small\"]")).script().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code().value()).isEqualTo("unknown-preset"));
  }

  @Test
  void findings_stand_where_the_word_is_in_the_document() {
    String text =
        """
        kind: Workflow
        spec:
          dwDirectives:
          - "#DW persistentdw nam=keep"
          - |
            #DW persistentdw
            name=keep nam=x
        """;

    assertThat(
            new DirectiveReader(RuleBook.standard())
                .read(read(text).script()).findings().stream()
                    .map(finding -> finding.code() + " " + finding.place().orElseThrow()))
        .contains("unsupported-arg job:4:23", "unsupported-arg job:7:15");
  }

  @Test
  void a_document_without_directives_says_so() {
    assertThat(only(read("kind: Workflow\nspec: {}\n")))
        .isEqualTo(
            "No directive was found. If the job needs storage or containers: Write them into"
                + " spec.dwDirectives.");
    assertThat(only(read("{\"version\":1,\"attributes\":null}"))).contains("attributes.system.dw");
    assertThat(only(read("[]"))).contains("into the list");
  }

  @Test
  void a_document_that_cannot_be_read_is_an_error() {
    assertThat(only(read("kind: Workflow\nspec: {dwDirectives: '" + KEEP + "'}\n")))
        .isEqualTo(
            "spec.dwDirectives is a text, but must be a list of texts. Write a list with a text for"
                + " each directive.");
    assertThat(only(read("kind: Workflow\nspec:\n  dwDirectives:\n  - " + KEEP + "\n")))
        .isEqualTo(
            "spec.dwDirectives[0] is nothing, but must be a text. Write the directive between"
                + " quotes: without them '#' begins a comment.");
    assertThat(only(read("kind: NnfContainerProfile\n")))
        .isEqualTo(
            "This document is of the kind 'NnfContainerProfile', which holds no directives."
                + " Profiles are checked by 'warren profile lint'.");
    assertThat(only(read("kind: Workflow\n---\nkind: Workflow\n")))
        .isEqualTo("This file holds 2 documents. Give one job at a time.");
    assertThat(codes(read("kind: Workflow\n  spec: [").script())).containsExactly("bad-yaml");
    assertThat(read("kind: Job\n").script().findings().getFirst().isError()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"set -e\n", "[ -e x ] && y\n", "{ echo; }\n", "", "kind=3\n", "\n#DW x y\n"})
  void a_script_is_no_document(String text) {
    assertThat(read(text).form()).isEqualTo(Form.SLURM_SCRIPT);
  }

  @Test
  void presets_are_read_from_a_file() {
    PresetFile file =
        PresetFile.read(
            "presets.json",
            ("{\"small\": \""
                    + KEEP
                    + "\", \"two\": [\"#DW x\", \"#DW y\"], \"no\": 3,"
                    + " \"none\": [4]}")
                .getBytes(UTF_8));

    assertThat(file.presets())
        .isEqualTo(
            FluxPresets.of(Map.of("small", List.of(KEEP), "two", List.of("#DW x", "#DW y"))));
    assertThat(file.findings())
        .extracting(finding -> finding.sentence())
        .containsExactly(
            "The preset 'no' is a whole number. A preset is a text, or a list of texts, each with a"
                + " directive.",
            "The preset 'none' is a list. A preset is a text, or a list of texts, each with a"
                + " directive.");
    assertThat(PresetFile.read("presets.json", "[]".getBytes(UTF_8)).findings())
        .extracting(finding -> finding.sentence())
        .containsExactly(
            "The presets are no object. Give what 'flux config get rabbit.presets' prints.");
  }
}
