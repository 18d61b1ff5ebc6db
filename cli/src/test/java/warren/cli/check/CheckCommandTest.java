package warren.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static warren.cli.check.Called.check;
import static warren.cli.check.Called.withInput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCommandTest {
  private static final String GOOD = "#DW jobdw type=gfs2 capacity=10GB name=red-rock\n";
  private static final String RULES =
      """
      apiVersion: dataworkflowservices.github.io/v1alpha7
      kind: DWDirectiveRule
      metadata: {name: %s}
      spec:
        - command: %s
          watchStates: Setup
          ruleDefs: [{key: ^size$, type: integer, min: 2, isRequired: true}]
      """;

  @TempDir private Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, UTF_8).toString();
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files =
        Files.walk(Path.of(System.getProperty("warren.home")).resolve("examples"))) {
      return files.filter(file -> file.endsWith("job.sh")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAccepted(Path script) {
    Called called = check("--containers-per-job=4", script.toString());

    assertThat(called.status()).isZero();
    assertThat(called.out())
        .matches(
            Pattern.quote(script + ": accepted: no errors, no warnings, ") + "[23] directives\n");
    assertThat(called.err()).isEmpty();
  }

  @Test
  void standardInputIsReadWhereNoFileIsNamed() {
    Called none = withInput("#DW  \n");

    assertThat(none.status()).isEqualTo(1);
    assertThat(none.out())
        .startsWith("<stdin>:1:1: error: ")
        .endsWith("\n\n<stdin>: refused: 1 error, no warnings, 1 directive\n");
    assertThat(withInput("#DW  \n", "-")).isEqualTo(none);
    assertThat(withInput("").out())
        .startsWith("<stdin>:1:1: warning: No directive was found. [no-directives]\n")
        .endsWith("\n<stdin>: accepted: no errors, 1 warning, no directives\n");
  }

  @Test
  void severalScriptsHaveOneSummary() throws IOException {
    String good = file("good.sh", GOOD);
    String warned = file("warned.sh", GOOD + " " + GOOD);
    String bad = file("bad.sh", "#DW  \n#DW  \n");

    assertThat(check(good, warned).out())
        .contains("warned.sh:2:2: warning: ")
        .endsWith("\n2 scripts, all accepted: no errors, 1 warning, 2 directives\n");
    Called some = check(good, bad, warned);
    assertThat(some.status()).isEqualTo(1);
    assertThat(some.out()).endsWith("\n3 scripts, 1 refused: 2 errors, 1 warning, 4 directives\n");
    assertThat(check(bad, bad).out())
        .endsWith("\n2 scripts, all refused: 4 errors, no warnings, 4 directives\n");
  }

  @Test
  void whatCannotBeReadDoesNotKeepTheOthersFromBeing() throws IOException {
    String missing = folder.resolve("missing.sh").toString();

    assertThat(check(missing, file("good.sh", GOOD), folder.toString()))
        .isEqualTo(
            new Called(
                2,
                folder + "/good.sh: accepted: no errors, no warnings, 1 directive\n",
                "warren: "
                    + missing
                    + " cannot be read: there is no "
                    + missing
                    + "\n"
                    + "warren: "
                    + folder
                    + " cannot be read: Is a directory\n"));
    assertThat(check("--format", "json", missing))
        .isEqualTo(
            new Called(
                2,
                "{\"source\":\"%s\",\"error\":\"%s cannot be read: there is no %s\"}\n"
                    .formatted(missing, missing, missing),
                ""));
    assertThat(check("a\0b").status()).isEqualTo(2);
  }

  @Test
  void withoutCrossChecksTheRuleBookAloneDecides() {
    String twoContainers = "#DW container name=aa profile=pp\n".repeat(2);

    assertThat(withInput(twoContainers).status()).isEqualTo(1);
    assertThat(withInput(twoContainers, "--no-cross-checks"))
        .isEqualTo(new Called(0, "<stdin>: accepted: no errors, no warnings, 2 directives\n", ""));
    assertThat(withInput("#DW  \n", "--no-cross-checks").status()).isEqualTo(1);
  }

  @Test
  void theDialectSaysWhereDirectivesAre() {
    assertThat(withInput("  " + GOOD, "--dialect", "flux").out()).contains("1 directive\n");
    assertThat(withInput("  " + GOOD, "--dialect", "slurm").out()).contains("no directives\n");
    assertThat(withInput("  " + GOOD).out()).contains("no directives\n");
    assertThat(withInput(GOOD).out()).doesNotContain("warning:");
    assertThat(withInput(GOOD, "--dialect", "slurm").out())
        .contains("[slurm-capacity-without-pool]");
  }

  @Test
  void aFluxScriptIsReadAsFluxReadsIt() throws IOException {
    String script = file("flux.sh", "#!/bin/sh\n#FLUX: -S dw=small\n");
    String presets = file("presets.json", "{\"small\": \"#DW persistentdw name=keep\"}");

    assertThat(check("--presets", presets, script))
        .isEqualTo(
            new Called(
                0,
                script
                    + " is read as a Flux batch script: line 2 begins with '#FLUX:'.\n\n"
                    + script
                    + ": accepted: no errors, no warnings, 1 directive\n",
                ""));
    assertThat(check(script).out()).contains("The preset 'small' is unknown");
    assertThat(check("--dialect", "slurm", script).out()).contains("[no-directives]");
    assertThat(check("--dialect", "flux", script).out()).doesNotContain("is read as");
    assertThat(check("--format", "json", script).out()).contains("\"form\":\"flux-script\"");
  }

  @Test
  void withoutTheirPresetsScriptsAreNotChecked() throws IOException {
    String script = file("flux.sh", "#FLUX: -S dw=small\n");
    Called bad = check("--presets", file("presets.json", "{\"small\": 3}"), script);

    assertThat(bad.status()).isNotZero();
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err()).contains("presets.json:1:2: error: The preset 'small' is a whole number");
    assertThat(check("--presets", folder + "/none", script).err()).contains("cannot be read");
  }

  @Test
  void theJsonOfAScriptHasAllThatIsKnownInThisOrder() {
    String script = "#!/bin/sh\n#DW persistentdw name=one requires flag= name=two\n#DW  é\u007f\n";

    assertThat(withInput(script, "--format", "json").out())
        .isEqualTo(
            """
            {"source":"<stdin>","form":"slurm-script","admitted":false,"accepted":false,"directives":[\
            {"index":0,"line":2,"text":"#DW persistentdw name=one requires flag= name=two",\
            "command":"persistentdw","arguments":{"name":"one","requires":null,"flag":""},"registrations":[]},\
            {"index":1,"line":3,"text":"#DW  \\u00E9\\u007F","command":"\\u00E9\\u007F","arguments":{},"registrations":[]}],\
            "findings":[\
            {"severity":"error","code":"value-required","directive":0,"line":2,"column":27,"length":8,\
            "message":"The argument 'requires' has no value.",\
            "hint":"Write 'requires=VALUE' without blanks, where VALUE is a list, separated by commas, of copy-offload and user-container-auth."},\
            {"severity":"error","code":"unsupported-arg","directive":0,"line":2,"column":36,"length":4,\
            "message":"The command 'persistentdw' has no argument 'flag'.","hint":"Its arguments are name and requires."},\
            {"severity":"error","code":"repeated-arg","directive":0,"line":2,"column":42,"length":4,\
            "message":"The argument 'name' is repeated.","hint":"Keep one of them; the first is in column 18."},\
            {"severity":"error","code":"unknown-command","directive":1,"line":3,"column":6,"length":2,\
            "message":"There is no command '\\u00E9\\\\x{7f}'.",\
            "hint":"The commands are jobdw, create_persistent, destroy_persistent, persistentdw, copy_in, copy_out and container."}]}
            """);
  }

  @Test
  void admittedIsTheRuleBooksAnswerAndAcceptedAllOfIt() throws IOException {
    String script =
        "#DW create_persistent type=xfs capacity=1GB name=keep\n#DW persistentdw name=keep\n";
    JsonNode answer = new ObjectMapper().readTree(withInput(script, "--format", "json").out());

    assertThat(answer.get("admitted").asBoolean()).isTrue();
    assertThat(answer.get("accepted").asBoolean()).isFalse();
    assertThat(answer.get("directives").get(1).get("registrations"))
        .extracting(r -> r.get("driver").asText() + " " + r.get("state").asText())
        .containsExactly(
            "warren-storage Proposal",
            "warren-storage Setup",
            "warren-storage PreRun",
            "warren-storage PostRun",
            "warren-storage Teardown");
  }

  @Test
  void rulesComeFromFiles() throws IOException {
    String one = file("one.yaml", RULES.formatted("one", "burst"));
    String two = file("two.yaml", RULES.formatted("two", "other"));
    String script = "#DW burst size=1\n#DW other size=2\n" + GOOD;

    assertThat(withInput(script, "--rules", one, "--rules", two).out())
        .contains("<stdin>:1:16: error: ", "[below-min]")
        .contains("<stdin>:3:5: error: There is no command 'jobdw'. [unknown-command]")
        .endsWith("<stdin>: refused: 2 errors, no warnings, 3 directives\n");
    assertThat(withInput("#DW other size=2\n", "--rules", two, "--format", "json").out())
        .contains("\"registrations\":[{\"driver\":\"two\",\"state\":\"Setup\"}]");
  }

  @Test
  void faultsOfRuleFilesAreToldBeforeAnythingIsChecked() throws IOException {
    String odd = file("odd.yaml", RULES.formatted("odd", "burst").replace("integer", "int"));
    String bad = file("bad.yaml", RULES.formatted("bad", "[burst]"));

    Called warned = withInput("#DW burst size=3\n", "--rules", odd);
    assertThat(warned.status()).isEqualTo(1);
    assertThat(warned.err())
        .contains("odd.yaml:7:36: warning: 'int' in spec[0].ruleDefs[0].type is no type.");
    assertThat(warned.out()).contains("[unsupported-type]");
    Called refused = withInput(GOOD, "--rules", odd, "--rules", bad);
    assertThat(refused.status()).isNotZero();
    assertThat(refused.err())
        .contains("odd.yaml:7:36: warning: ")
        .contains("bad.yaml:5:14: error: spec[0].command is a list, but must be a text.")
        .contains("      - command: [burst]\n                 ^");
  }
}
