package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cli.demo.PullSecret;
import warren.cli.install.Caller;

/**
 * What a user reads when something is wrong: the sentence, the exit status, and nothing left
 * behind.
 */
@ExtendWith(Lab.Extension.class)
class RefusalsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SCRATCH = "#DW jobdw type=gfs2 capacity=1GB name=scratch\n";

  private final TestNamespace namespace;

  RefusalsTest(TestNamespace namespace) {
    this.namespace = namespace;
  }

  @BeforeAll
  static void profiles(Lab lab) {
    Profiles profiles = new Profiles(lab);
    profiles.put(
        "no-such-image",
        "registry.warren.internal:5000/dean/no-such-image:v1",
        PullSecret.NAME,
        "retryLimit: 0",
        List.of("/bin/true"));
    profiles.putNeverReady("never-starts", PullSecret.NAME, 8);
    profiles.put(
        "runs-too-long",
        Profiles.IMAGE,
        PullSecret.NAME,
        "limits: {runSeconds: 6}\nretryLimit: 0",
        List.of("/bin/sh", "-c", "sleep 1000"));
    profiles.put(
        "of-somebody-else",
        Profiles.IMAGE,
        PullSecret.NAME,
        "users: ['7']\nretryLimit: 0",
        List.of("/bin/true"));
    profiles.putWrongForKubernetes("of-no-kubernetes");
  }

  @Test
  void anUnknownProfileWithTheNearestName() {
    refused(
        120, Script.withProfile("red-rock-slushi", "true"), "red-rock-slushi", "red-rock-slushy");
  }

  @Test
  void aRequiredStorageThatIsNotGiven() {
    refused(
        120,
        Script.of(SCRATCH + "#DW container name=slushy profile=red-rock-slushy", "true"),
        "DW_JOB_foo_local_storage");
  }

  @Test
  void aStorageNameThatNoDirectiveDefines() {
    refused(
        120,
        Script.of(
            SCRATCH
                + "#DW container name=slushy profile=red-rock-slushy"
                + " DW_JOB_foo_local_storage=scrath",
            "true"),
        ":3:",
        "scrath",
        "scratch");
  }

  @Test
  void moreContainerDirectivesThanTheLocalClusterAllows() {
    String containers =
        Stream.of("one", "two", "three", "four", "five")
            .map(
                name ->
                    "#DW container name=%s profile=red-rock-slushy".formatted(name)
                        + " DW_JOB_foo_local_storage=scratch\n")
            .collect(Collectors.joining());
    refused(120, Script.of(SCRATCH + containers, "true"), ":7:", "4 container directives");
  }

  @Test
  void severalMistakesAtOnce() {
    refused(
        120,
        Script.of(
            "#DW jobdw type=gfs3 capacity=1GB name=scratch\n#DW container name=slushy profil=p",
            "true"),
        "gfs3",
        "profil");
  }

  @Test
  void aProfileThatIsForOthers() {
    String script = Script.withProfile("of-somebody-else", "true");
    refused(120, script, "of-somebody-else", "restricted");
    judgedRefused("of-somebody-else", "plan", script);
    judgedRefused("of-somebody-else", "check", "--cluster", script);

    // As a workload manager does that asks nobody before.
    assertThatExceptionOfType(KubernetesClientException.class)
        .isThrownBy(() -> new DrivenJob(namespace, "bypassed", "of-somebody-else"))
        .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(403))
        .withMessageContaining("workflows.warren.internal")
        .withMessageContaining(
            "DW Directive 1: The container profile 'of-somebody-else' is restricted");
    assertThat(namespace.left()).isEmpty();
  }

  private void judgedRefused(String profile, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--site", namespace.site().toString()));
    if (Caller.isRoot()) {
      arguments.addAll(List.of("--user", Warren.jobUid() + ":" + Warren.jobGid()));
    }
    Warren judge = Warren.start(arguments);
    assertThat(judge.exitStatus(PATIENCE)).as(judge.output()).isEqualTo(1);
    assertThat(judge.output()).contains(profile, "restricted");
  }

  @Test
  void anImageThatDoesNotExist() {
    refused(121, Script.withProfile("no-such-image", "true"), "no-such-image:v1", "does not exist");
  }

  @Test
  void aProfileThatOnlyKubernetesKnowsToBeWrong() {
    refused(
        121,
        Script.withProfile("of-no-kubernetes", "true"),
        "Proposal failed",
        "of-no-kubernetes",
        "spec.containers[0].livenessProbe.httpGet.httpHeaders",
        "administrator");
  }

  @Test
  void aContainerThatNeverStarts() {
    refused(121, Script.withProfile("never-starts", "true"), "8 s");
  }

  @Test
  void aContainerThatRunsLongerThanItsProfileAllows() {
    refused(122, Script.withProfile("runs-too-long", "sleep 8"), "6 seconds", "limits.runSeconds");
  }

  @Test
  void aSiteFileThatIsNotThere() {
    refused(120, at(Path.of("/nowhere/site.json")), "/nowhere/site.json");
  }

  @Test
  void aClusterThatCannotBeReached() throws IOException {
    Path kubeconfig = Scratch.file("closed", ".kubeconfig");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
        users: [{name: u, user: {token: t}}]
        contexts: [{name: c, context: {cluster: c, user: u}}]
        current-context: c
        """);
    Path site = Scratch.file("closed", ".json");
    Files.writeString(site, "kubeconfig: " + kubeconfig);
    refused(123, at(site), kubeconfig.toString(), "the connection is refused", "cluster up");
  }

  @Test
  void aScriptWithoutDirectivesRunsAndSaysSo() {
    Warren run = Warren.run(namespace, Script.of("", "echo plain; exit 3"));
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isEqualTo(3);
    assertThat(run.output()).contains("plain").contains("#DW");
  }

  @Test
  void aScriptThatCannotBeRead() {
    refused(120, "/no/such/job.sh", "/no/such/job.sh");
  }

  @Test
  void theScriptsOwnStatusIsPassedOn() {
    Warren run =
        Warren.run(namespace, Script.of("#DW jobdw type=gfs2 capacity=1GB name=scratch", "exit 9"));
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isEqualTo(9);
    assertThat(namespace.left()).isEmpty();
  }

  private static Warren at(Path site) {
    return Warren.runAt(site, Script.withProfile("red-rock-slushy", "true"));
  }

  private void refused(int status, String script, String... words) {
    refused(status, Warren.run(namespace, script), words);
  }

  private void refused(int status, Warren run, String... words) {
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isEqualTo(status);
    System.out.printf("exit status %d:%n%s%n", status, run.output());
    assertThat(run.output()).contains(words).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(namespace.left()).isEmpty();
  }
}
