package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import warren.cluster.CommandResult;
import warren.names.Names;

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
   * With certificates of 12 s, an authority lives 48 s. Either of two replicas may be asked, and
   * one of them exchanges what both show.
   */
  @Test
  void killedWhileOneAuthorityTakesTheOthersPlaceTheyGoOnAndTakeEveryWrite() {
    operator.restart("WARREN_CERTIFICATE_LIFETIME=PT12S", 2);
    try {
      operator.awaitAdmission();
      writeUntil(() -> holds("next-ca.crt", secret().get()));
      // The old authority is trusted for 1.5 s afterwards: who asks now and then can miss them.
      Future<List<Secret>> exchanged =
          secret()
              .informOnCondition(
                  secrets -> secrets.stream().anyMatch(held -> holds("previous-ca.crt", held)));
      operator.kill();
      operator.awaitAdmission();
      writeUntil(exchanged::isDone);
      writeUntil(() -> !holds("previous-ca.crt", secret().get()));
    } finally {
      operator.restart("WARREN_CERTIFICATE_LIFETIME-", 1);
    }
  }

  /** Until then, each write has to be taken. */
  private void writeUntil(Callable<Boolean> then) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              CommandResult written = operator.touchProfile();
              assertThat(written.exitCode()).as(written.stderr()).isZero();
              return then.call();
            });
  }

  private Resource<Secret> secret() {
    return lab.client().secrets().inNamespace(Names.SYSTEM_NAMESPACE).withName("warren-admission");
  }

  private static boolean holds(String certificate, Secret secret) {
    return secret.getData().containsKey(certificate);
  }

  private String caBundle(String configuration) {
    return kubectl("get", configuration, "-o", "jsonpath={.webhooks[0].clientConfig.caBundle}")
        .orThrow("the caBundle");
  }

  private CommandResult kubectl(String... arguments) {
    return lab.cluster().kubectl(List.of(arguments));
  }
}
