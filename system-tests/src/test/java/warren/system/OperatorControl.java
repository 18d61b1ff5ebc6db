package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import warren.cluster.CommandResult;
import warren.names.Names;

/** What tests do to the operator. */
record OperatorControl(Lab lab) {
  private static final String DEPLOYMENT = "deployment/warren-operator";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What a JVM says that was sent SIGTERM. */
  private static final int ASKED_TO_END = 143;

  /**
   * As soon as it runs, if it was killed before; from the node, as the kernel's OOM killer would:
   * the image has no shell to do it from within.
   */
  void kill() {
    List<String> command = List.of("pkill", "-9", "-f", "warren.operator.Main");
    await().atMost(PATIENCE).until(() -> lab.cluster().nodeExec("server", command).exitCode() == 0);
  }

  /** Takes it away, and it has to end when it is asked to; returns when its pod is gone. */
  void stop() {
    PodResource pod = lab.client().pods().resource(pod());
    inSystem("scale", DEPLOYMENT, "--replicas=0");
    Pod ended =
        pod.waitUntilCondition(OperatorControl::hasEnded, PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(ended.getStatus().getContainerStatuses())
        .extracting(container -> container.getState().getTerminated().getExitCode())
        .as("137 is who had to be killed")
        .containsExactly(ASKED_TO_END);
    pod.waitUntilCondition(Objects::isNull, PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private Pod pod() {
    List<Pod> pods =
        lab.client()
            .pods()
            .inNamespace(Names.SYSTEM_NAMESPACE)
            .withLabel("app.kubernetes.io/name", "warren-operator")
            .list()
            .getItems();
    assertThat(pods).hasSize(1);
    return pods.getFirst();
  }

  private static boolean hasEnded(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .allMatch(container -> container.getState().getTerminated() != null);
  }

  /** Brings it back; does not wait for it. */
  void start() {
    inSystem("scale", DEPLOYMENT, "--replicas=1");
  }

  /**
   * Starts it anew with a variable, and waits until all of it are ready: one leads, others can.
   *
   * @param setting {@code NAME=VALUE}, or {@code NAME-} for the default
   */
  void restart(String setting, int replicas) {
    inSystem("set", "env", DEPLOYMENT, setting);
    inSystem("scale", DEPLOYMENT, "--replicas=" + replicas);
    inSystem("rollout", "status", DEPLOYMENT, "--timeout=120s");
  }

  /** Waits until profiles can be written. */
  void awaitAdmission() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              CommandResult written = touchProfile();
              assertThat(written.exitCode()).as(written.stderr()).isZero();
            });
  }

  /** Writes something of a profile that is not its payload. */
  CommandResult touchProfile() {
    return lab.cluster()
        .kubectl(
            List.of(
                "-n",
                "nnf-system",
                "annotate",
                "--overwrite",
                "nnfcontainerprofile",
                "red-rock-slushy",
                "warren.internal/touched=" + System.nanoTime()));
  }

  private void inSystem(String... arguments) {
    lab.cluster()
        .kubectl(Stream.concat(Stream.of("-n", "warren-system"), Arrays.stream(arguments)).toList())
        .orThrow("kubectl " + String.join(" ", arguments));
  }
}
