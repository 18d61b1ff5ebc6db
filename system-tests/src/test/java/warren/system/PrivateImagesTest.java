package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import warren.cli.demo.PullSecret;

/**
 * Private images, on nodes that already hold the image: what a node has in its cache is nobody's
 * who could not pull it himself, and each refusal comes soon and says what is wrong.
 */
@Execution(ExecutionMode.SAME_THREAD) // one namespace for all tests
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateImagesTest {
  /** From PreRun to the refusal; a kubelet needs about a second for the registry's answer. */
  private static final double SOON_SECONDS = 15;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int FAILED_BEFORE_SCRIPT = 121;
  private static final List<String> COMMAND = List.of("/bin/sh", "-c", "echo pulled");

  private final Lab lab;
  private final TestNamespace namespace;
  private final Profiles profiles;

  PrivateImagesTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
    this.profiles = new Profiles(lab);
  }

  @BeforeAll
  void theNodesHoldTheImage() {
    profiles.put("with-secret", Profiles.IMAGE, PullSecret.NAME, "retryLimit: 0", COMMAND);
    Warren run = run("with-secret");
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    assertThat(run.output()).contains("pulled");
    assertThat(
            lab.cluster()
                .nodeExec("rabbit-0", List.of("ctr", "images", "ls", "-q"))
                .orThrow("the images of rabbit-0"))
        .contains(Profiles.IMAGE);
  }

  @Test
  void aSecretWithWrongCredentialsIsNamed() {
    lab.client()
        .resource(
            PullSecret.of(
                namespace.name(), "wrong-password", lab.cluster().registry(), "not the password"))
        .serverSideApply();
    profiles.put("secret-wrong", Profiles.IMAGE, "wrong-password", "retryLimit: 0", COMMAND);
    assertRefused(
        "secret-wrong", "'wrong-password'", "does not give out the image " + Profiles.IMAGE);
  }

  @Test
  void anotherProfileWithoutTheSecretIsNotServedFromTheCache() {
    profiles.put("secret-left-out", Profiles.IMAGE, "", "retryLimit: 0", COMMAND);
    assertRefused("secret-left-out", "without credentials", "imagePullSecrets");
  }

  private void assertRefused(String profile, String... words) {
    namespace.begin();
    Warren run = run(profile);
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isEqualTo(FAILED_BEFORE_SCRIPT);
    assertThat(run.output())
        .contains(words)
        .contains("PreRun failed")
        .doesNotContain("the script starts");
    double seconds = RunTimes.between(run.output(), " PreRun: ", "error: PreRun failed");
    System.out.printf(
        "%s: refused %.1f s after PreRun began%n%s%n", profile, seconds, run.output());
    assertThat(seconds).isLessThanOrEqualTo(SOON_SECONDS);
    assertThat(namespace.left()).isEmpty();
  }

  private Warren run(String profile) {
    return Warren.run(namespace, Script.withProfile(profile, "true"));
  }
}
