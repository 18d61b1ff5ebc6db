package warren.system;

import java.util.List;
import warren.cli.demo.PullSecret;

/** Profiles that tests put into the cluster, beside the examples' own. */
final class Profiles {
  /** The examples' image, which is in the private registry. */
  static final String IMAGE = "registry.warren.internal:5000/dean/red-rock-slushy:v1.0";

  /** What runs until somebody stops it. */
  static final List<String> UNTIL_KILLED = List.of("/bin/sh", "-c", "sleep 1000");

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
    put(name, image, secret, limits, command, "");
  }

  /** Puts a profile there whose container runs until somebody stops it, and is left running. */
  void putUntilKilled(String name, String secret) {
    put(
        name,
        IMAGE,
        secret,
        "retryLimit: 0\npreRunTimeoutSeconds: 120\npostRunTimeoutSeconds: 0",
        UNTIL_KILLED);
  }

  /** Puts a profile there whose container ends when the script has made the file {@code stop}. */
  void putUntilTold(String name) {
    put(
        name,
        IMAGE,
        PullSecret.NAME,
        "retryLimit: 0",
        List.of(
            "/bin/sh",
            "-c",
            "until [ -e $DW_JOB_foo_local_storage/rabbit-0-0/stop ]; do sleep 0.2; done"));
  }

  /**
   * Puts a profile there whose container never gets ready, so that PreRun waits for it.
   *
   * @param seconds its {@code preRunTimeoutSeconds}
   */
  void putNeverReady(String name, String secret, int seconds) {
    put(
        name,
        IMAGE,
        secret,
        "retryLimit: 0\npreRunTimeoutSeconds: " + seconds,
        UNTIL_KILLED,
        "readinessProbe: {exec: {command: [/bin/false]}, periodSeconds: 1}");
  }

  /** Puts a profile there of which only Kubernetes knows what is wrong. */
  void putWrongForKubernetes(String name) {
    put(
        name,
        IMAGE,
        PullSecret.NAME,
        "retryLimit: 0",
        List.of("/bin/true"),
        "livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: a b, value: c}]}}");
  }

  private void put(
      String name,
      String image,
      String secret,
      String limits,
      List<String> command,
      String ofContainer) {
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
    ofContainer.lines().forEach(line -> manifest.append("      ").append(line).append('\n'));
    manifest.append("  storages:\n  - name: DW_JOB_foo_local_storage\n    optional: false\n");
    apply(name, manifest.toString());
  }

  /**
   * Puts a profile there whose init container prints {@code it is set up}, and whose container
   * fails at its first attempt on each Rabbit after it has printed {@code it fails}. The second
   * attempt prints {@code it succeeds}.
   */
  void putFailingOnce(String name) {
    apply(
        name,
        """
        apiVersion: nnf.cray.hpe.com/v1alpha1
        kind: NnfContainerProfile
        metadata:
          name: %s
          namespace: nnf-system
        data:
          retryLimit: 2
          spec:
            imagePullSecrets:
            - name: %s
            initContainers:
            - name: setup
              image: %s
              command: [/bin/sh, -c, echo it is set up]
            containers:
            - name: app
              image: %s
              command:
              - /bin/sh
              - -c
              - |
                cd $DW_JOB_foo_local_storage/rabbit-*
                if mkdir tried; then echo it fails; exit 3; fi 2>/dev/null
                echo it succeeds
          storages:
          - name: DW_JOB_foo_local_storage
            optional: false
        """
            .formatted(name, PullSecret.NAME, IMAGE, IMAGE));
  }

  private void apply(String name, String manifest) {
    lab.cluster()
        .kubectl(List.of("apply", "--server-side", "--force-conflicts", "-f", "-"), manifest)
        .orThrow("the profile " + name + " was not accepted");
  }
}
