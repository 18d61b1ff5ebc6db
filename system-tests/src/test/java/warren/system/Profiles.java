package warren.system;

import java.util.List;
import warren.cli.demo.PullSecret;

/** Profiles that tests put into the cluster, beside the examples' own. */
final class Profiles {
  /** The examples' image, which is in the private registry. */
  static final String IMAGE = "registry.warren.internal:5000/dean/red-rock-slushy:v1.0";

  private final Lab lab;

  Profiles(Lab lab) {
    this.lab = lab;
  }

  /**
   * Puts a profile of one container there.
   *
   * @param limits further lines of {@code data}, such as {@code retryLimit: 0}
   * @param secret the pull secret's name, or an empty text for none
   */
  void put(String name, String image, String secret, String limits, List<String> command) {
    StringBuilder manifest =
        new StringBuilder(
            """
            apiVersion: nnf.cray.hpe.com/v1alpha1
            kind: NnfContainerProfile
            metadata:
              name: %s
              namespace: nnf-system
            data:
            """
                .formatted(name));
    limits.lines().forEach(line -> manifest.append("  ").append(line).append('\n'));
    // A shell as process 1 ignores SIGTERM: no test needs to wait half a minute for that.
    manifest.append("  spec:\n    terminationGracePeriodSeconds: 1\n");
    if (!secret.isEmpty()) {
      manifest.append("    imagePullSecrets:\n    - name: ").append(secret).append('\n');
    }
    manifest.append("    containers:\n    - name: app\n      image: ").append(image).append('\n');
    manifest.append("      command:\n");
    command.forEach(word -> manifest.append("      - \"").append(word).append("\"\n"));
    manifest.append("  storages:\n  - name: DW_JOB_foo_local_storage\n    optional: false\n");
    lab.cluster()
        .kubectl(
            List.of("apply", "--server-side", "--force-conflicts", "-f", "-"), manifest.toString())
        .orThrow("the profile " + name + " was not accepted");
  }

  /**
   * Puts a profile there whose container never gets ready, so that PreRun waits for it.
   *
   * @param seconds its {@code preRunTimeoutSeconds}
   */
  void putNeverReady(String name, int seconds) {
    putNeverReady(name, PullSecret.NAME, seconds);
  }

  /** The same with another pull secret. */
  void putNeverReady(String name, String secret, int seconds) {
    put(
        name,
        IMAGE,
        secret,
        "retryLimit: 0\npreRunTimeoutSeconds: " + seconds,
        List.of("/bin/sh", "-c", "sleep 1000"));
    lab.cluster()
        .kubectl(
            List.of(
                "-n",
                "nnf-system",
                "patch",
                "nnfcontainerprofile",
                name,
                "--type=json",
                "-p",
                "[{\"op\":\"add\",\"path\":\"/data/spec/containers/0/readinessProbe\",\"value\":"
                    + "{\"exec\":{\"command\":[\"/bin/false\"]},\"periodSeconds\":1}}]"))
        .orThrow("the readiness probe of " + name);
  }
}
