package warren.operator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warren.operator.FakeCluster;
import warren.operator.Fixtures;
import warren.operator.entries.WorkflowDraft;

final class CopySecretTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final String ORIGINAL = "GET /api/v1/namespaces/nnf-system/secrets/pull";
  private static final String COPIES = "/api/v1/namespaces/default/secrets";
  private static final Outcome LATER =
      new Outcome.Wait(
          "Secret pull was changed just now; it is looked at again.",
          Optional.of(NOW.plusSeconds(2)));

  private FakeCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void typeAndContentAreTheOriginalsAndItCannotBeChanged() {
    cluster.has(ORIGINAL, secret("7"));
    cluster.has("POST " + COPIES, secret("8"));

    assertThat(copy()).isEqualTo(new Outcome.Done(Map.of()));
    Secret made = cluster.received("POST " + COPIES, Secret.class);
    assertThat(made.getMetadata().getName()).isEqualTo("wf-1-pull-pull");
    assertThat(made.getType()).isEqualTo("kubernetes.io/dockerconfigjson");
    assertThat(made.getData()).isEqualTo(secret("7").getData());
    assertThat(made.getImmutable()).isTrue();
    assertThat(made.hasOwnerReferenceFor(Fixtures.UID)).isTrue();
  }

  @Test
  void onlyWhatWasJudgedIsCopied() {
    assertThat(copy()).isEqualTo(LATER);
    cluster.has(ORIGINAL, secret("9"));

    assertThat(copy()).isEqualTo(LATER);
    assertThat(cluster.requests()).containsOnly(ORIGINAL);
  }

  @Test
  void aStrangersSecretOfTheNameIsNotTaken() {
    cluster.has(ORIGINAL, secret("7"));
    cluster.refuses("POST " + COPIES, 409, "already exists");
    Secret foreign = secret("3");
    foreign.getMetadata().setName("wf-1-pull-pull");
    foreign.getMetadata().setNamespace("default");
    cluster.has("GET " + COPIES + "/wf-1-pull-pull", foreign);

    Outcome outcome = copy();

    assertThat(outcome).isInstanceOf(Outcome.Fail.class);
    assertThat(WorkflowDraft.message(((Outcome.Fail) outcome).findings()))
        .contains("Secret wf-1-pull-pull in namespace default exists already")
        .doesNotContain("aHVudGVyMg");
  }

  private Outcome copy() {
    var copy =
        new Action.CopySecret(
            "nnf-system",
            "pull",
            "7",
            new ObjectMetaBuilder()
                .withNamespace("default")
                .withName("wf-1-pull-pull")
                .withOwnerReferences(Ownership.reference(Fixtures.IDENTITY))
                .build());
    return new Executor(cluster.client())
        .carryOut(Fixtures.IDENTITY, Decision.done().with(List.of(copy)), NOW);
  }

  private static Secret secret(String resourceVersion) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace("nnf-system")
        .withName("pull")
        .withResourceVersion(resourceVersion)
        .endMetadata()
        .withType("kubernetes.io/dockerconfigjson")
        .withData(Map.of(".dockerconfigjson", "aHVudGVyMg=="))
        .build();
  }
}
