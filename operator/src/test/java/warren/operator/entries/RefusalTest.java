package warren.operator.entries;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusalTest {
  @ParameterizedTest
  @CsvSource({"404, STALE", "409, STALE", "500, TROUBLE", "403, TROUBLE", "429, TROUBLE"})
  void mostCodesSpeakForThemselves(int code, Refusal.Kind kind) {
    assertThat(Refusal.of(new KubernetesClientException("no", code, null))).isEqualTo(kind);
  }

  @Test
  void aFailedTestOfAPatchIsStale() {
    // The words of the API server, which names neither the object nor a field.
    var status =
        new StatusBuilder()
            .withCode(422)
            .withReason("Invalid")
            .withMessage("the server rejected our request due to an error in our request")
            .withNewDetails()
            .endDetails()
            .build();

    assertThat(Refusal.of(new KubernetesClientException(status))).isEqualTo(Refusal.Kind.STALE);
  }

  @Test
  void anObjectThatTheSchemaRefusesIsInvalidAndItsFieldIsTold() {
    KubernetesClientException e =
        new KubernetesClientException(
            new StatusBuilder()
                .withCode(422)
                .withReason("Invalid")
                .withMessage("Workflow \"wf\" is invalid: ...")
                .withNewDetails()
                .withName("wf")
                .withKind("Workflow")
                .addNewCause()
                .withField("status.drivers[0].status")
                .withMessage("Unsupported value:\n\"Waiting\"")
                .endCause()
                .endDetails()
                .build());

    assertThat(Refusal.of(e)).isEqualTo(Refusal.Kind.INVALID);
    assertThat(Refusal.told(e))
        .isEqualTo("status.drivers[0].status: Unsupported value: \"Waiting\"");
  }

  @Test
  void anObjectThatAPolicyRefusesIsInvalid() {
    KubernetesClientException e =
        new KubernetesClientException(
            new StatusBuilder()
                .withCode(422)
                .withReason("Invalid")
                .withMessage("a policy denied request: no")
                .withNewDetails()
                .withName("wf")
                .withKind("workflows")
                .endDetails()
                .build());

    assertThat(Refusal.of(e)).isEqualTo(Refusal.Kind.INVALID);
    assertThat(Refusal.told(e)).isEqualTo("a policy denied request: no");
  }
}
