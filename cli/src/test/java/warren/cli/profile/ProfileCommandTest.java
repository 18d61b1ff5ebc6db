package warren.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.cli.ExitStatus;
import warren.cli.Warren;

/** {@code warren profile list} and {@code show}, of the profiles of a folder. */
class ProfileCommandTest {
  @TempDir private Path folder;

  private static String profile(String name, String data) {
    return """
    apiVersion: nnf.cray.hpe.com/v1alpha11
    kind: NnfContainerProfile
    metadata: {name: %s}
    data: {%s, spec: {containers: [{name: app, image: "example.org/%s:v1"}]}}
    ---
    """
        .formatted(name, data, name);
  }

  @BeforeEach
  void write() {
    Warren.write(
        folder.resolve("profiles.yaml"),
        profile("everybody", "retryLimit: 2, storages: [{name: DW_JOB_foo}]")
            + profile(
                "staff", "users: [\"1000-1099\"], storages: [{name: DW_JOB_ab, optional: true}]")
            + profile("team", "groups: [\"77\"]")
            + profile("broken", "retryLimit: many, numPorts: -1"));
  }

  private Warren.Answer list(String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "profile";
    words[1] = "list";
    words[2] = "--profiles=" + folder;
    System.arraycopy(more, 0, words, 3, more.length);
    return Warren.call(words);
  }

  @Test
  void theProfilesAUserMayUseAreListed() {
    assertThat(list("--user=1050:1051"))
        .isEqualTo(
            new Warren.Answer(
                ExitStatus.OK,
                """
                NAME        KIND     STORAGES      USABLE BY
                everybody   single   DW_JOB_foo    everybody
                staff       single   [DW_JOB_ab]   users 1000-1099
                """,
                ""));
  }

  @Test
  void allAreListedWithThoseThatAreRefused() {
    assertThat(list("-A", "-o", "wide").out())
        .isEqualTo(
            """
            NAME        KIND                STORAGES      USABLE BY         IMAGES                     PULL SECRETS   RETRIES   TIMEOUTS
            broken      refused: 2 errors
            everybody   single              DW_JOB_foo    everybody         example.org/everybody:v1   <none>         2         300s,300s
            staff       single              [DW_JOB_ab]   users 1000-1099   example.org/staff:v1       <none>         6         300s,300s
            team        single              <none>        group 77          example.org/team:v1        <none>         6         300s,300s
            """);
  }

  @Test
  void otherProgramsGetNamesOrObjects() {
    assertThat(list("--user=1:77", "-o", "name").out())
        .isEqualTo(
            """
            nnfcontainerprofile.nnf.cray.hpe.com/everybody
            nnfcontainerprofile.nnf.cray.hpe.com/team
            """);
    assertThat(list("--user=1:77", "-o", "json").out())
        .startsWith("{\"apiVersion\":\"v1\",\"kind\":\"List\"")
        .contains("\"name\":\"everybody\"", "\"name\":\"team\"")
        .doesNotContain("staff");
    assertThat(list("--user=1:77", "-o", "yaml").out()).contains("kind: \"List\"", "retryLimit: 2");
  }

  @ParameterizedTest
  @CsvSource({
    "list --user=1:1 -o=name, nnfcontainerprofile.nnf.cray.hpe.com/everybody, the others are listed",
    "show everybody -o=name, nnfcontainerprofile.nnf.cray.hpe.com/everybody, the others are looked at",
    "show none, '', there is no container profile 'none'",
  })
  void faultsOfFilesAreToldBesides(String line, String out, String err) {
    Warren.write(folder.resolve("broken.yaml"), "a: [\n");
    Warren.Answer answer =
        Warren.call(("profile " + line + " --profiles=" + folder).split(" ", -1));
    assertThat(answer.status()).isEqualTo(ExitStatus.FAULTY);
    assertThat(answer.out().strip()).isEqualTo(out);
    assertThat(answer.err()).contains("broken.yaml:2:1: error: This is no YAML: ", err);
  }

  @Test
  void whoMayUseNoneIsToldSo(@TempDir Path empty) {
    assertThat(Warren.call("profile", "list", "--profiles", empty.toString(), "--user=1:1"))
        .isEqualTo(
            new Warren.Answer(
                ExitStatus.OK, "", "warren: no profiles for this user; -A lists all\n"));
  }

  @Test
  void whatAProfileSaysInTheEndIsShownWithItsDefaultsAndOverridesMarked() {
    Path example = Warren.home().resolve("examples/mpi-red-rock-slushy/profile.yaml");
    Warren.Answer answer =
        Warren.call("profile", "show", "mpi-red-rock-slushy", "--profiles", example.toString());

    assertThat(answer.out())
        .startsWith("profile mpi-red-rock-slushy\n")
        .contains("  retryLimit              6\n")
        .contains("  preRunTimeoutSeconds    300 (default)\n")
        .contains("mpiSpec.sshAuthMountPath is /home/mpiuser/.ssh here, not /root/.ssh: ");
    Warren.Answer yaml =
        Warren.call(
            "profile", "show", "mpi-red-rock-slushy", "--profiles", example.toString(), "-o=yaml");
    assertThat(yaml.out())
        .contains("defaults:\n- \"preRunTimeoutSeconds\"\n")
        .contains("overrides:\n- field: \"mpiSpec.sshAuthMountPath\"\n  given: \"/root/.ssh\"\n")
        .contains("slotsPerWorker: 1\n");
  }

  @Test
  void whatAStorageLeavesOpenIsMarkedAsDefault() {
    Warren.write(
        folder.resolve("open.yaml"),
        profile(
            "open",
            "storages: [{name: DW_JOB_ab}, {name: DW_JOB_cd, optional: false},"
                + " {name: DW_GLOBAL_ab, optional: true}]"));

    assertThat(Warren.call("profile", "show", "open", "--profiles=" + folder).out())
        .contains(
            " DW_JOB_ab, required (default)\n",
            " DW_JOB_cd, required\n",
            " DW_GLOBAL_ab, optional, ReadWriteMany (default)\n");
  }

  @Test
  void whoMayUseAProfileAndHowMuchIsShownToPrograms() {
    Warren.write(
        folder.resolve("limited.yaml"),
        profile(
            "limited", "userID: 5, users: [\"5\", \"7-9\"], limits: {nodes: 4, runSeconds: 60}"));

    assertThat(Warren.call("profile", "show", "limited", "--profiles=" + folder, "-o=json").out())
        .contains(
            "\"userID\":5,\"users\":[\"5\",\"7-9\"],\"limits\":{\"nodes\":4,\"runSeconds\":60}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profile show none   | 1 | there is no container profile 'none'; warren profile list -A lists all
          profile show broken | 1 | retryLimit is 'many', not a whole number
          profile show broken | 1 | warren: the profile 'broken' is refused: see above
          profile show        | 2 | Missing required parameter: 'NAME'
          profile list -o=x   | 2 | expected one of [table, wide, json, yaml, name]
          """)
  void whatCannotBeShownIsToldInASentence(String line, int status, String sentence) {
    assertThat(Warren.call((line + " --profiles=" + folder).split(" ", -1)))
        .returns(status, Warren.Answer::status)
        .returns("", Warren.Answer::out)
        .extracting(Warren.Answer::err)
        .asString()
        .contains(sentence);
  }
}
