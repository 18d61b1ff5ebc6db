package warren.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.cli.ExitStatus;
import warren.cli.Warren;

class PlanCommandTest {
  private static final Path EXAMPLES = Warren.home().resolve("examples");

  @TempDir private Path folder;

  /** The names of sources are those of a call in the checkout, wherever the tests run. */
  private static Warren.Answer plan(Path job, Path profiles, String... more) {
    return Warren.call(
        List.of(List.of("plan", job.toString(), "--profiles", profiles.toString()), List.of(more)));
  }

  @ParameterizedTest
  @CsvSource({
    "red-rock-slushy, text, plan.txt",
    "red-rock-slushy, yaml, expected.yaml",
    "mpi-red-rock-slushy, text, plan.txt",
    "mpi-red-rock-slushy, yaml, expected.yaml",
    "two-containers, text, plan.txt",
    "two-containers, yaml, expected.yaml"
  })
  void theApprovedFilesOfTheExamplesAreWhatThisCommandPrints(
      String example, String form, String approved) {
    Path home = EXAMPLES.resolve(example);
    Warren.Answer answer =
        plan(
            home.resolve("job.sh"),
            home,
            "--nodes=2",
            "--user=1050:1051",
            "--containers-per-job=4",
            "-o",
            form);

    assertThat(answer.err()).isEmpty();
    assertThat(answer.status()).isZero();
    String printed = answer.out().replace(Warren.home() + "/", "");
    // Left beside the reports, to be compared with, or copied over, what was expected.
    Warren.write(Path.of("target", "examples", example, approved), printed);
    assertThat(printed).isEqualTo(Warren.text(home.resolve(approved)));
  }

  @Test
  void aSiteAllowsOneContainerDirectiveUnlessItIsSaidOtherwise() {
    Path home = EXAMPLES.resolve("two-containers");
    Path job = home.resolve("job.sh");

    Warren.Answer refused = plan(job, home, "--user=1050:1051");
    assertThat(refused.status()).isEqualTo(ExitStatus.FAULTY);
    assertThat(refused.err()).contains("A job can have one container directive");

    for (String limit : List.of("0", "65", "-1")) {
      assertThat(plan(job, home, "--user=1050:1051", "--containers-per-job=" + limit).err())
          .contains("--containers-per-job must be from 1 to 64, and is " + limit);
    }
  }

  @Test
  void programsGetTheSameObjectsAsJson() {
    Path home = EXAMPLES.resolve("mpi-red-rock-slushy");
    String json =
        plan(home.resolve("job.sh"), home, "--nodes=2", "--user=1050:1051", "-o=json").out();
    List<HasMetadata> items = Serialization.unmarshal(json, KubernetesList.class).getItems();

    assertThat(items.stream().map(Serialization::asYaml).collect(Collectors.joining()))
        .isEqualTo(Warren.text(home.resolve("expected.yaml")));
  }

  @Test
  void anotherMachineInAnotherLanguageAndTimePrintsTheSameBytes() throws Exception {
    Path home = EXAMPLES.resolve("mpi-red-rock-slushy");
    List<String> call =
        List.of("plan", home.resolve("job.sh").toString(), "--profiles", home.toString());
    List<String> options = List.of("--nodes=2", "--user=1050:1051");
    for (String form : List.of("text", "yaml")) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Duser.language=tr", "-Duser.timezone=Pacific/Auckland"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), "warren.cli.Main"));
      command.addAll(call);
      command.addAll(options);
      command.addAll(List.of("-o", form));
      Process other =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      byte[] printed = other.getInputStream().readAllBytes();

      assertThat(other.waitFor()).isZero();
      Warren.Answer here = Warren.call(List.of(call, options, List.of("-o", form)));
      assertThat(printed).isEqualTo(here.out().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatIsWrongIsToldAtItsPlaceAndNothingIsPrinted() {
    Path job = folder.resolve("job.sh");
    Warren.write(
        job,
        """
        #!/bin/bash
        #DW jobdw type=gfs2 capacity=10GB name=red-rock
        #DW container name=slushy profile=red-rock-slush DW_JOB_foo_local_storage=redrock
        """);

    Warren.Answer answer = plan(job, EXAMPLES.resolve("red-rock-slushy"), "--user=1050:1051");

    assertThat(answer.status()).isEqualTo(ExitStatus.FAULTY);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err().replace(folder + "/", ""))
        .isEqualTo(
            """
            job.sh:3:75: error: 'DW_JOB_foo_local_storage' speaks of the storage 'redrock', but no\
             jobdw directive has that name. [storage-undefined]
                #DW container name=slushy profile=red-rock-slush DW_JOB_foo_local_storage=redrock
                                                                                          ^~~~~~~
                Did you mean 'red-rock'?
            job.sh:3:1: error: There is no container profile 'red-rock-slush'. [unknown-profile]
                #DW container name=slushy profile=red-rock-slush DW_JOB_foo_local_storage=redrock
                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                Did you mean 'red-rock-slushy'?
            warren: this job would be refused: see above
            """);
  }

  @Test
  void aJobLargerThanAProfileAllowsIsRefused() {
    Path home = EXAMPLES.resolve("red-rock-slushy");
    Path profile = folder.resolve("profile.yaml");
    Warren.write(profile, Warren.text(home.resolve("profile.yaml")) + "  limits: {nodes: 1}\n");

    assertThat(plan(home.resolve("job.sh"), profile, "--user=1050:1051").status()).isZero();
    assertThat(plan(home.resolve("job.sh"), profile, "--user=1050:1051", "--nodes=2"))
        .returns(ExitStatus.FAULTY, Warren.Answer::status)
        .extracting(Warren.Answer::err)
        .asString()
        .contains("job.sh:5:1: error: ", "red-rock-slushy");
  }

  @Test
  void faultsInTheProfilesFilesAreToldWithTheirPlaces() {
    Warren.write(folder.resolve("broken.yaml"), "a: [");

    Warren.Answer answer =
        plan(EXAMPLES.resolve("red-rock-slushy/job.sh"), folder, "--user=1050:1051");

    assertThat(answer.status()).isEqualTo(ExitStatus.FAULTY);
    assertThat(answer.err())
        .contains(folder.resolve("broken.yaml") + ":1:5: error: This is no YAML:")
        .contains("There is no container profile 'red-rock-slushy'.");
  }

  @Test
  void aMachineOfAnotherShapeIsPlannedFor() {
    Path machine = folder.resolve("machine.yaml");
    Warren.write(
        machine,
        """
        apiVersion: dataworkflowservices.github.io/v1alpha7
        kind: SystemConfiguration
        metadata: {name: default, namespace: default}
        spec:
          storageNodes:
          - type: Rabbit
            name: peter
            computesAccess: [{name: hop, index: 4}, {name: skip, index: 7}]
        """);
    Path home = EXAMPLES.resolve("red-rock-slushy");

    Warren.Answer answer =
        plan(home.resolve("job.sh"), home, "--user=1050:1051", "--nodes=2", "--machine=" + machine);

    assertThat(answer.out()).contains("peter-4 of hop", "peter-7 of skip", "a pod on peter\n");
    assertThat(
            plan(
                home.resolve("job.sh"),
                home,
                "--user=1050:1051",
                "--nodes=3",
                "--machine=" + machine))
        .returns(ExitStatus.UNANSWERED, Warren.Answer::status)
        .returns(
            "warren: --nodes 3 is more than the 2 computes this machine has\n", Warren.Answer::err);
  }

  @Test
  void aScriptWithoutContainersHasAPlanToo() {
    Path job = folder.resolve("job.sh");
    Warren.write(job, "#!/bin/bash\n#DW jobdw type=lustre capacity=10GB name=red-rock\n");

    Warren.Answer answer = plan(job, folder, "--user=1050:1051");

    assertThat(answer.status()).isZero();
    assertThat(answer.err()).contains("has no container directive: nothing would run");
    assertThat(answer.out()).contains("storage red-rock (directive 0)");
    assertThat(plan(job, folder, "--user=1050:1051", "-o", "yaml").out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plan                                   | Missing required parameter: 'JOB.SH'
          plan job.sh --nodes 0 --profiles .     | --nodes must be at least 1
          plan job.sh --machine m.yaml           | --machine goes with --profiles
          plan job.sh --cluster --profiles .     | mutually exclusive
          plan job.sh --profiles . -o name       | expected one of [text, yaml, json]
          plan /none/job.sh --profiles .         | there is no job script /none/job.sh
          """)
  void aQuestionThatCannotBeAnsweredReturnsTwo(String line, String sentence) {
    assertThat(Warren.call(line.split(" ", -1)))
        .returns(ExitStatus.UNANSWERED, Warren.Answer::status)
        .returns("", Warren.Answer::out)
        .extracting(Warren.Answer::err)
        .asString()
        .contains(sentence);
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    Path none = folder.resolve("none");

    assertThat(plan(EXAMPLES.resolve("red-rock-slushy/job.sh"), none))
        .returns(ExitStatus.UNANSWERED, Warren.Answer::status)
        .returns(
            "warren: the profiles of " + none + " cannot be read: there is no " + none + "\n",
            Warren.Answer::err);
  }

  /** The directives of an example, as a Flux script and as a Workflow give them. */
  @Test
  void aFluxScriptAndAWorkflowArePlannedLikeAnyJob() {
    Path home = EXAMPLES.resolve("red-rock-slushy");
    List<String> directives =
        Warren.text(home.resolve("job.sh")).lines().filter(l -> l.startsWith("#DW ")).toList();
    Path script = folder.resolve("flux.sh");
    Warren.write(
        script,
        "#!/bin/sh\n#FLUX: -S dw=\"\"\"\n#FLUX: "
            + String.join("\n#FLUX: ", directives)
            + "\n#FLUX: \"\"\"\n");
    Path workflow = folder.resolve("workflow.yaml");
    Warren.write(
        workflow,
        "kind: Workflow\nspec:\n  dwDirectives:\n  - '"
            + String.join("'\n  - '", directives)
            + "'\n");
    Warren.Answer plain = plan(home.resolve("job.sh"), home, "--user=1050:1051", "-o", "yaml");

    assertThat(plan(script, home, "--user=1050:1051", "-o", "yaml"))
        .returns(plain.out(), Warren.Answer::out)
        .returns(0, Warren.Answer::status)
        .returns(
            "warren: " + script + " is read as a Flux batch script: line 2 begins with '#FLUX:'.\n",
            Warren.Answer::err);
    assertThat(plan(workflow, home, "--user=1050:1051", "-o", "yaml"))
        .returns(plain.out(), Warren.Answer::out)
        .returns(0, Warren.Answer::status);
  }

  @Test
  void aScriptWithoutDirectivesSaysSo() {
    Path script = folder.resolve("empty.sh");
    Warren.write(script, "#!/bin/sh\n#PBS -v dw='#DW persistentdw name=keep'\n");

    assertThat(plan(script, EXAMPLES.resolve("red-rock-slushy")).err())
        .contains("No directive was found. [no-directives]", "empty.sh:2:13: warning: ");
  }

  @Test
  void aVariableOfTheProfileThatNobodySetsIsTold() {
    Path profile =
        Warren.home()
            .resolve("profile-engine/src/test/resources/warren/profile/cases")
            .resolve("variables-of-nobody.yaml");
    Path script = folder.resolve("job.sh");
    Warren.write(
        script,
        """
        #DW jobdw type=gfs2 capacity=1GB name=data
        #DW container name=cc profile=variables-of-nobody DW_JOB_foo_local_storage=data
        """);
    Warren.Answer answer = plan(script, profile, "--user=1050:1051");

    assertThat(answer.status()).isZero();
    assertThat(answer.err())
        .contains(
            "job.sh:2:1: warning: Profile variables-of-nobody: spec.containers[0].command[2] names"
                + " $(DW_JOB_foo_local_storge), a variable that nobody sets. [profile-variable]",
            "Did you mean $(DW_JOB_foo_local_storage)?");
  }
}
