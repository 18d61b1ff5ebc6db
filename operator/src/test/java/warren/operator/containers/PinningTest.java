package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.api.NnfContainerProfile;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.Fixtures;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.operator.entries.WorkflowDraft;
import warren.profile.ProfileReader;

final class PinningTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final WorkflowIdentity OTHER =
      new WorkflowIdentity("default", "wf", "99999999-2222-3333-4444-555555555555");
  private static final NnfContainerProfile COPY = copy("reg/app:1", Fixtures.IDENTITY);
  private static final NnfContainerProfile CHANGED = copy("reg/app:2", Fixtures.IDENTITY);
  private static final NnfContainerProfile FOREIGN = copy("reg/app:1", OTHER);
  private static final String FORGED =
      "Internal error: The workflow's own copy wf-1 of its profile was removed or changed after it"
          + " had been checked. Run the job again; nobody but Warren may touch such copies.";

  @Test
  void theCopyIsOwnedByTheWorkflowAndMarked() {
    assertThat(COPY.getMetadata().getName()).isEqualTo("wf-1");
    assertThat(COPY.getMetadata().getNamespace()).isEqualTo("default");
    assertThat(COPY.hasOwnerReferenceFor(Fixtures.UID)).isTrue();
    assertThat(COPY.getData().path("pinned").asBoolean()).isTrue();
  }

  @Test
  void atFirstItIsMadeAndItsDigestRemembered() {
    Decision decision = pin(Optional.empty(), Optional.empty());

    assertThat(decision.actions()).containsExactly(new Action.Create(COPY));
    assertThat(decision.annotations()).containsEntry(Labels.pinnedDigest(1), digest(COPY));
    // Nothing watches profiles.
    assertThat(((Outcome.Wait) decision.outcome()).askAgain()).contains(NOW.plusSeconds(2));
  }

  @Test
  void onceItIsThereAndRememberedItIsDone() {
    assertThat(pin(Optional.of(COPY), Optional.of(digest(COPY)))).isEqualTo(Decision.done());
  }

  @Test
  void aCopyOfAProfileThatChangedBeforeItWasRememberedIsMadeAnew() {
    Decision decision = pin(Optional.of(CHANGED), Optional.empty());

    assertThat(decision.actions())
        .containsExactly(new Action.Delete(CHANGED, Action.Propagation.BACKGROUND));
    assertThat(((Outcome.Wait) decision.outcome()).askAgain()).contains(NOW.plusSeconds(2));
  }

  @Test
  void aChangedCopyIsRefusedInProposal() {
    assertThat(failure(pin(Optional.of(CHANGED), Optional.of(digest(COPY))))).isEqualTo(FORGED);
  }

  @Test
  void aRememberedCopyThatIsGoneIsMadeAgainOnlyOfTheSameProfile() {
    assertThat(pin(Optional.empty(), Optional.of(digest(COPY))).actions())
        .containsExactly(new Action.Create(COPY));
    assertThat(failure(pin(Optional.empty(), Optional.of(digest(CHANGED))))).isEqualTo(FORGED);
  }

  @Test
  void laterOnlyTheOwnAndUnchangedCopyIsUsed() {
    assertThat(trusted(Optional.of(COPY), Optional.of(digest(COPY)))).isEmpty();

    assertThat(trusted(Optional.empty(), Optional.of(digest(COPY)))).contains(FORGED);
    assertThat(trusted(Optional.of(COPY), Optional.empty())).contains(FORGED);
    assertThat(trusted(Optional.of(CHANGED), Optional.of(digest(COPY)))).contains(FORGED);
    assertThat(trusted(Optional.of(FOREIGN), Optional.of(digest(COPY)))).contains(FORGED);
  }

  private static Decision pin(Optional<NnfContainerProfile> there, Optional<String> digest) {
    return Pinning.pin(COPY, there, digest, Fixtures.IDENTITY, 1, NOW);
  }

  private static Optional<String> trusted(
      Optional<NnfContainerProfile> there, Optional<String> digest) {
    return Pinning.trusted(there, digest, Fixtures.IDENTITY, 1)
        .map(finding -> WorkflowDraft.message(List.of(finding)));
  }

  private static String failure(Decision decision) {
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fail.class);
    return WorkflowDraft.message(((Outcome.Fail) decision.outcome()).findings());
  }

  private static String digest(NnfContainerProfile profile) {
    return ProfileReader.read(profile).profile().orElseThrow().digest();
  }

  private static NnfContainerProfile copy(String image, WorkflowIdentity owner) {
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.getMetadata().setName("prof");
    profile.setData(
        Serialization.unmarshal(
            "{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"" + image + "\"}]}}",
            ObjectNode.class));
    return Pinning.copy(profile, owner, 1);
  }
}
