package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warren.names.WorkflowIdentity;
import warren.operator.Fixtures;
import warren.operator.containers.PullSecret.Copy;
import warren.operator.containers.PullSecret.Defect;
import warren.operator.containers.PullSecret.Original;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.decision.Ownership;
import warren.operator.entries.WorkflowDraft;

final class PullSecretsTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final String TYPE = "kubernetes.io/dockerconfigjson";
  private static final String ANEW = "The pull secrets are being copied anew.";

  /** A secret {@code pull} that is found in this namespace. */
  static PullSecret good(String namespace, Copy copy) {
    return new PullSecret(
        "pull", Optional.of(new Original(namespace, "7", Optional.empty())), copy);
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        Arguments.of(
            new PullSecret("pull", Optional.empty(), new Copy.NotNeeded()),
            "The pull secret 'pull' of profile prof is missing: it is neither in namespace default,"
                + " where the workflow is, nor in namespace nnf-system, where the profile is. An"
                + " administrator has to create it: warren secret create pull -n nnf-system."),
        Arguments.of(
            bad("default", new Defect.Type("Opaque")),
            "The pull secret 'pull' of profile prof in namespace default has the type Opaque, which"
                + " is not for pulling images. An administrator has to delete it and to create one"
                + " of type kubernetes.io/dockerconfigjson: warren secret create pull -n default."),
        Arguments.of(
            bad("nnf-system", new Defect.Content("it holds no login")),
            "The pull secret 'pull' of profile prof in namespace nnf-system is no use: it holds no"
                + " login. An administrator has to make it anew: warren secret create pull -n"
                + " nnf-system --replace."),
        Arguments.of(
            good("nnf-system", new Copy.Foreign("wf-1-pull-pull")),
            "The pull secret 'pull' of profile prof cannot be copied into the workflow's namespace:"
                + " Secret wf-1-pull-pull in namespace default exists already and does not belong"
                + " to this workflow. Delete it, or give the workflow another name."));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aSecretThatIsNoUseIsToldWhereAndWhatToDo(PullSecret secret, String message) {
    Decision decision = secrets(secret).before(NOW).orElseThrow();

    assertThat(decision.outcome()).isInstanceOf(Outcome.Fail.class);
    assertThat(decision.actions()).isEmpty();
    assertThat(WorkflowDraft.message(secrets(secret).findings()))
        .isEqualTo("Internal error: " + message);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(
            secrets(
                    bad("nnf-system", new Defect.Type("Opaque")),
                    new PullSecret("other", Optional.empty(), new Copy.NotNeeded()))
                .findings())
        .extracting(finding -> finding.code().value())
        .containsExactly("secret-type", "secret-missing");
  }

  static Stream<Arguments> ready() {
    return Stream.of(
        Arguments.of(good("default", new Copy.NotNeeded()), List.of(), List.of()),
        Arguments.of(good("nnf-system", new Copy.Absent()), List.of("pull"), List.of("pull")),
        Arguments.of(good("nnf-system", new Copy.Fitting()), List.of("pull"), List.of()));
  }

  @ParameterizedTest
  @MethodSource("ready")
  void onlyWhatIsNotInTheWorkflowsNamespaceIsCopiedAndOnlyOnce(
      PullSecret secret, List<String> named, List<String> made) {
    PullSecrets secrets = secrets(secret);

    assertThat(secrets.before(NOW)).isEmpty();
    assertThat(secrets.copied()).containsExactlyElementsOf(named);
    assertThat(secrets.copies())
        .extracting(action -> ((Action.CopySecret) action).name())
        .containsExactlyElementsOf(made);
  }

  @Test
  void theCopyIsOwnedByTheWorkflowAndCarriesItsUid() {
    var copy =
        (Action.CopySecret) secrets(good("nnf-system", new Copy.Absent())).copies().getFirst();

    assertThat(copy.namespace()).isEqualTo("nnf-system");
    assertThat(copy.resourceVersion()).isEqualTo("7");
    assertThat(copy.copy().getName()).isEqualTo("wf-1-pull-pull");
    assertThat(copy.copy().getNamespace()).isEqualTo("default");
    assertThat(copy.copy().getOwnerReferences())
        .containsExactly(Ownership.reference(Fixtures.IDENTITY));
    assertThat(copy.copy().getLabels())
        .containsEntry("dataworkflowservices.github.io/workflow.uid", Fixtures.UID)
        .containsEntry("nnf.cray.hpe.com/directive_index", "1");
  }

  @Test
  void aStaleCopyIsDeletedAndOneThatIsGoingIsWaitedFor() {
    Secret old = copy("b2xk").build();

    assertThat(secrets(good("nnf-system", new Copy.Stale(old))).before(NOW))
        .contains(Decision.waitFor(ANEW, NOW.plusSeconds(2)).with(List.of(new Action.Delete(old))));
    assertThat(secrets(good("nnf-system", new Copy.Going())).before(NOW))
        .contains(Decision.waitFor(ANEW, NOW.plusSeconds(2)));
  }

  static Stream<Arguments> copies() {
    var elsewhere = new WorkflowIdentity("default", "wf", "other-uid");
    return Stream.of(
        Arguments.of(copy("bmV3").build(), Copy.Fitting.class),
        Arguments.of(copy("b2xk").build(), Copy.Stale.class),
        Arguments.of(copy("bmV3").withType("kubernetes.io/dockercfg").build(), Copy.Stale.class),
        Arguments.of(copy("bmV3").withImmutable(null).build(), Copy.Stale.class),
        Arguments.of(
            copy("bmV3").editMetadata().withDeletionTimestamp("x").endMetadata().build(),
            Copy.Going.class),
        Arguments.of(
            copy("bmV3")
                .editMetadata()
                .withOwnerReferences(Ownership.reference(elsewhere))
                .endMetadata()
                .build(),
            Copy.Going.class),
        Arguments.of(
            copy("bmV3").editMetadata().withOwnerReferences(List.of()).endMetadata().build(),
            Copy.Foreign.class),
        Arguments.of(
            copy("bmV3")
                .editMetadata()
                .withOwnerReferences(
                    new OwnerReferenceBuilder().withKind("Pod").withUid("p").build())
                .endMetadata()
                .build(),
            Copy.Foreign.class));
  }

  @ParameterizedTest
  @MethodSource("copies")
  void whatHasTheCopysNameIsTakenForWhatItIs(Secret there, Class<? extends Copy> expected) {
    Secret original = copy("bmV3").withImmutable(null).build();

    assertThat(PullSecretObserver.copy(Optional.of(there), original, Fixtures.IDENTITY))
        .isInstanceOf(expected);
    assertThat(PullSecretObserver.copy(Optional.empty(), original, Fixtures.IDENTITY))
        .isInstanceOf(Copy.Absent.class);
  }

  @Test
  void noContentGoesIntoADecision() {
    Secret stale =
        copy("b2xk")
            .editMetadata()
            .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", "b2xk")
            .endMetadata()
            .build();

    Copy seen =
        PullSecretObserver.copy(Optional.of(stale), copy("bmV3").build(), Fixtures.IDENTITY);

    assertThat(seen.toString()).contains("wf-1-pull-pull").doesNotContain("b2xk", "bmV3");
  }

  private static SecretBuilder copy(String content) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace("default")
        .withName("wf-1-pull-pull")
        .withOwnerReferences(Ownership.reference(Fixtures.IDENTITY))
        .endMetadata()
        .withType(TYPE)
        .withData(Map.of(".dockerconfigjson", content))
        .withImmutable(true);
  }

  private static PullSecret bad(String namespace, Defect defect) {
    return new PullSecret(
        "pull",
        Optional.of(new Original(namespace, "7", Optional.of(defect))),
        new Copy.NotNeeded());
  }

  private static PullSecrets secrets(PullSecret... all) {
    return Containers.secrets(List.of(all));
  }
}
