package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import warren.cluster.CommandResult;

/** The webhooks' certificates are put right and exchanged while profiles are written. */
@Isolated("it takes the operator away, which all others need")
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookCertificatesTest {
  private static final List<String> CONFIGURATIONS =
      List.of(
          "validatingwebhookconfiguration/warren-profiles",
          "validatingwebhookconfiguration/warren-workflows");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Lab lab;
  private final OperatorControl operator;

  WebhookCertificatesTest(Lab lab) {
    this.lab = lab;
    this.operator = new OperatorControl(lab);
  }

  @AfterEach
  void profilesCanBeWritten() {
    operator.awaitAdmission();
  }

  @Test
  void whatSomebodyDeletedOrEditedIsPutRight() {
    kubectl("-n", "warren-system", "delete", "secret", "warren-admission").orThrow("the secret");
    operator.awaitAdmission();
    for (String configuration : CONFIGURATIONS) {
      removeBundle(configuration);
      await().atMost(PATIENCE).until(() -> !caBundle(configuration).isEmpty());
    }
  }

  private void removeBundle(String configuration) {
    kubectl(
            "patch",
            configuration,
            "--type=json",
            "-p",
            "[{\"op\":\"remove\",\"path\":\"/webhooks/0/clientConfig/caBundle\"}]")
        .orThrow("the caBundle");
  }

  /** Dead after the Secret was written and before the caBundle was, and the other way round. */
  @Test
  void whoeverDiedBetweenTwoWritesIsFollowedBySomebodyWhoMendsIt() {
    operator.stop();
    removeBundle(CONFIGURATIONS.getFirst());
    operator.start();
    operator.awaitAdmission();

    operator.stop();
    kubectl("-n", "warren-system", "delete", "secret", "warren-admission").orThrow("the secret");
    operator.start();
    operator.awaitAdmission();
  }

  /**
   * With certificates of 20 s, an authority lives 80 s. Either of two replicas may be asked,
   * and one of them exchanges what both show.
   */
  @Test
  void killedWhileOneAuthorityTakesTheOthersPlaceTheyGoOnAndTakeEveryWrite() {
    operator.restart("WARREN_CERTIFICATE_LIFETIME=PT20S", 2);
    try {
      operator.awaitAdmission();
      writeUntil(names -> names.contains("next-ca.crt"));
      operator.kill();
      operator.awaitAdmission();
      writeUntil(names -> names.contains("previous-ca.crt"));
      writeUntil(names -> !names.contains("previous-ca.crt"));
    } finally {
      operator.restart("WARREN_CERTIFICATE_LIFETIME-", 1);
    }
  }

  /** Until the Secret holds such certificates, each write has to be taken. */
  private void writeUntil(Predicate<Set<String>> held) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              CommandResult written = operator.touchProfile();
              assertThat(written.exitCode()).as(written.stderr()).isZero();
              return data().filter(held).isPresent();
            });
  }

  private Optional<Set<String>> data() {
    Secret secret =
        lab.client().secrets().inNamespace("warren-system").withName("warren-admission").get();
    return Optional.ofNullable(secret).map(held -> held.getData().keySet());
  }

  private String caBundle(String configuration) {
    return kubectl("get", configuration, "-o", "jsonpath={.webhooks[0].clientConfig.caBundle}")
        .orThrow("the caBundle");
  }

  private CommandResult kubectl(String... arguments) {
    return lab.cluster().kubectl(List.of(arguments));
  }
}
