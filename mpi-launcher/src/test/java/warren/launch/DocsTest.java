package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kubeflow.v2beta1.MPIJob;
import warren.api.NnfContainerProfile;
import warren.launch.render.KubernetesRenderer;
import warren.profile.ProfileReader;
import warren.profile.ProfileReader.ProfileReading;

/** The guide for container authors says what containers really get. */
class DocsTest {
  private static String guide() {
    Path home =
        Path.of(
            Optional.ofNullable(System.getProperty("warren.home"))
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "the system property warren.home has to name the checkout: Maven sets"
                                + " it, an IDE needs -Dwarren.home=FOLDER")));
    try {
      return Files.readString(home.resolve("docs/container-author.md"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the guide", e);
    }
  }

  @Test
  void theVariablesOfAContainerAreTheGuides() {
    Matcher table = Pattern.compile("(?s)\\| variable \\| value \\|\n(.*?)\n\n").matcher(guide());
    assertThat(table.find()).isTrue();
    Set<String> documented =
        Pattern.compile("(?m)^\\| `([^`]+)` \\|")
            .matcher(table.group(1))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> set =
        Stream.of("red-rock-slushy", "mpi-red-rock-slushy")
            .map(name -> KubernetesRenderer.render(Workloads.shape(Cases.inputs(name))))
            .flatMap(List::stream)
            .flatMap(DocsTest::pods)
            .flatMap(pod -> pod.getContainers().stream())
            .map(Container::getEnv)
            .flatMap(List::stream)
            .map(EnvVar::getName)
            .map(name -> name.replaceFirst("^DW_JOB_.*", "DW_JOB_<name>"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).isEqualTo(set);
  }

  private static Stream<PodSpec> pods(HasMetadata object) {
    return switch (object) {
      case Job job -> Stream.of(job.getSpec().getTemplate().getSpec());
      case MPIJob job ->
          job.getSpec().getMpiReplicaSpecs().values().stream()
              .map(replicas -> replicas.getTemplate().getSpec());
      default -> Stream.of();
    };
  }

  @Test
  void theGuidesProfileIsOneAndItsDefaultsAreTheReaders() {
    ProfileReading written = read(block());
    assertThat(written.findings()).isEmpty();
    assertThat(written.profile().orElseThrow().retryLimit()).isEqualTo(2);

    ProfileReading bare =
        read(block().replaceAll("(?m)^  (retryLimit|preRun\\w+|postRun\\w+): .*\n", ""));
    var defaults = bare.profile().orElseThrow();
    assertThat(row("retryLimit")).endsWith("| " + defaults.retryLimit() + " |");
    assertThat(row("preRunTimeoutSeconds"))
        .endsWith("| " + defaults.preRunTimeout().toSeconds() + " |");
    assertThat(row("postRunTimeoutSeconds"))
        .endsWith("| " + defaults.postRunTimeout().toSeconds() + " |");
  }

  @Test
  void accountHomeAndPortAreTheGuides() {
    Workload single = Workloads.shape(Cases.inputs("red-rock-slushy"));
    Workload mpi = Workloads.shape(Cases.inputs("mpi-red-rock-slushy"));

    assertThat(guide())
        .contains("`" + single.setting().account().home() + "`")
        .contains("`" + mpi.setting().account().home() + "`")
        .contains("`" + SshConfiguration.OPERATOR_KEYS + "`")
        .contains("port " + SshConfiguration.PORT)
        .contains(SshConfiguration.SERVER_FILE);
  }

  @Test
  void whatIsSetWhateverTheProfileSaysIsInTheGuide() {
    String changed =
        """
        kind: NnfContainerProfile
        metadata: {name: all, namespace: nnf-system}
        data:
          mpiSpec:
            sshAuthMountPath: /root/.ssh
            launcherCreationPolicy: AtStartup
            runPolicy: {cleanPodPolicy: None, backoffLimit: 3}
            mpiReplicaSpecs:
              Launcher: {replicas: 2, template: {spec: &pod {
                restartPolicy: OnFailure, securityContext: {fsGroup: 1}, tolerations: [],
                nodeName: n, hostname: h, subdomain: s, serviceAccountName: a,
                automountServiceAccountToken: true, containers: [{name: c, image: i,
                imagePullPolicy: Never, terminationMessagePolicy: File, securityContext: {}}]}}}
              Worker: {template: {spec: *pod}}
        """;
    var overrides = read(changed).profile().orElseThrow().overrides();

    assertThat(overrides).hasSizeGreaterThan(16);
    assertThat(overrides)
        .allSatisfy(
            override ->
                assertThat(guide())
                    .contains(override.field().replaceFirst(".*\\.", "") + "`")
                    .contains(
                        override.used().matches("[A-Z].*|/.*") ? "`" + override.used() + "`" : ""));
  }

  /** The row of a table whose first cell is this field. */
  private static String row(String field) {
    return guide()
        .lines()
        .filter(line -> line.startsWith("| `" + field + "` |"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the guide has no row for " + field));
  }

  private static String block() {
    Matcher yaml = Pattern.compile("(?s)```yaml\n(apiVersion: nnf.*?)```").matcher(guide());
    assertThat(yaml.find()).isTrue();
    return yaml.group(1);
  }

  private static ProfileReading read(String yaml) {
    return ProfileReader.read(Serialization.unmarshal(yaml, NnfContainerProfile.class));
  }
}
