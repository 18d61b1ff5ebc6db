package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.api.Workflow;
import warren.cli.demo.PullSecret;
import warren.cluster.Commands;

/** Images as people build them, see the folder {@code own-mpi} of this module's resources. */
@ExtendWith(Lab.Extension.class)
class OwnImagesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String IMAGE = "dean/own-mpi:v1.0";

  private final Lab lab;
  private final TestNamespace namespace;

  OwnImagesTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @BeforeAll
  static void image(Lab lab) {
    String tag = "warren-test/own-mpi:built-here";
    Path folder =
        lab.checkout().root().resolve("system-tests/src/test/resources/warren/system/own-mpi");
    new Commands(Map.of())
        .run(
            List.of(
                "docker",
                "build",
                "--quiet",
                "--build-arg",
                "BASE=warren-example/mpi-red-rock-slushy:built-here",
                "--tag",
                tag,
                folder.toString()),
            "")
        .orThrow("the image of " + folder + " could not be built");
    lab.cluster().push(tag, IMAGE);
  }

  @Test
  void filesInTheHomeOfTheImagesUserAreThere() {
    String profile = namespace.own("own-home");
    apply(
        """
        apiVersion: nnf.cray.hpe.com/v1alpha11
        kind: NnfContainerProfile
        metadata: {name: %1$s, namespace: nnf-system}
        data:
          retryLimit: 0
          storages: [{name: DW_JOB_foo_local_storage, optional: false}]
          spec:
            imagePullSecrets: [{name: %2$s}]
            containers:
            - {name: one, image: "registry.warren.internal:5000/%3$s", command: [./app]}
            - name: two
              image: registry.warren.internal:5000/%3$s
              command: [app]
              workingDir: /home/user
              env: [{name: PATH, value: "/home/user:/bin"}]
        """
            .formatted(profile, PullSecret.NAME, IMAGE));

    Warren run = Warren.runWithAccount(namespace, Script.withProfile(profile, "true"));

    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    assertThat(run.output())
        .contains("./app in /home/mpiuser, home /home/warren/" + user())
        .contains("/home/user/app in /home/user, home /home/warren/" + user());
    assertThat(namespace.left()).isEmpty();
  }

  /** mpirun finds orted in the image's own place by PATH alone, the server its file in the home. */
  @Test
  void ranksHaveTheEnvironmentOfTheirContainer() throws IOException {
    String profile = namespace.own("own-mpi");
    apply(
        """
            apiVersion: nnf.cray.hpe.com/v1alpha11
            kind: NnfContainerProfile
            metadata: {name: %1$s, namespace: nnf-system}
            data:
              retryLimit: 0
              preRunTimeoutSeconds: 90
              storages: [{name: DW_JOB_foo_local_storage, optional: false}]
              mpiSpec:
                launcher:
                  imagePullSecrets: [{name: %2$s}]
                  containers:
                  - name: launcher
                    image: registry.warren.internal:5000/%3$s
                    workingDir: /home/mpiuser
                    command: [mpirun, ./ranks]
                worker:
                  terminationGracePeriodSeconds: 1
                  imagePullSecrets: [{name: %2$s}]
                  containers:
                  - name: worker
                    image: registry.warren.internal:5000/%3$s
                    command: [/bin/sh, -c, 'env -0 > $DW_JOB_foo_local_storage/worker.$NNF_NODE_NAME
                      && exec /usr/sbin/sshd -De -f /home/mpiuser/.sshd_config']
                    env:
                    - {name: APP_MODE, value: "fast, \\"quoted\\" #1 $HOME"}
                    - {name: APP_LINES, value: "one\\ntwo\\n"}
                    - {name: TZ, value: Asia/Tokyo}
            """
            .formatted(profile, PullSecret.NAME, IMAGE));
    String script =
        Script.of(
            "#DW jobdw type=lustre capacity=1GB name=scratch\n#DW container name=ranks profile="
                + profile
                + " DW_JOB_foo_local_storage=scratch",
            "for i in $(seq 300); do [ -e $DW_JOB_scratch/rank.0 -a -e $DW_JOB_scratch/rank.1 ]"
                + " && exit 0; sleep 0.1; done; exit 1");

    Warren run = Warren.runWithAccount(namespace, "--nodes", "2", "--keep", script);

    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    Workflow workflow = workflow();
    Path storage = storage(workflow);
    for (int i = 0; i < 2; i++) {
      Map<String, String> rank = environment(storage.resolve("rank." + i));
      Map<String, String> worker =
          environment(storage.resolve("worker." + rank.get("NNF_NODE_NAME")));
      assertThat(worker)
          .containsEntry("IMAGE_TEXT", " it's \"Grüße\" for $5 # \\ ")
          .containsEntry("APP_MODE", "fast, \"quoted\" #1 $HOME")
          .containsEntry("APP_LINES", "one\ntwo\n");
      assertThat(rank).isEqualTo(worker);
      assertThat(Files.readString(storage.resolve("who." + i)))
          .isEqualTo(name() + " in groups " + groups() + " at /home/mpiuser\n");
    }
    assertThat(storage.resolve("worker.rabbit-0")).exists();
    assertThat(storage.resolve("worker.rabbit-1")).exists();

    endKept(workflow);
  }

  private static String user() {
    return "%1$s, %1$s is %1$s and %1$s in groups %2$s".formatted(name(), groups());
  }

  private static String name() {
    return Warren.account().name();
  }

  /** The job's group first, then those of the account. */
  private static String groups() {
    return Stream.concat(
            Stream.of(Long.valueOf(Warren.jobGid())), Warren.account().groups().stream())
        .distinct()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private void apply(String profile) {
    lab.cluster()
        .kubectl(List.of("apply", "--server-side", "--force-conflicts", "-f", "-"), profile)
        .orThrow("the profile was not accepted");
  }

  private Path storage(Workflow workflow) {
    return lab.cluster().storage().shared().resolve(workflow.getMetadata().getUid() + "-0");
  }

  private Workflow workflow() {
    return lab.client()
        .resources(Workflow.class)
        .inNamespace(namespace.name())
        .list()
        .getItems()
        .getFirst();
  }

  private void endKept(Workflow workflow) {
    String name = workflow.getMetadata().getName();
    lab.cluster()
        .kubectl(List.of("-n", namespace.name(), "delete", "workflow", name, "--timeout=90s"))
        .orThrow("the kept workflow could not be deleted");
    assertThat(namespace.left()).isEmpty();
  }

  /** Without what shells set for themselves and what Open MPI gives to its ranks. */
  private static Map<String, String> environment(Path file) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    Pattern.compile("([^=\0]+)=([^\0]*)\0")
        .matcher(Files.readString(file))
        .results()
        .forEach(variable -> variables.put(variable.group(1), variable.group(2)));
    variables
        .keySet()
        .removeIf(
            name -> name.matches("PWD|OLDPWD|SHLVL|_|(OMPI|PMIX|PMI|ORTE|OPAL|HFI|IPATH)_.*"));
    return variables;
  }
}
