package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.DirectiveIdentity;
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
  private static final NnfContainerProfile LEFT_OVER = copy("reg/app:1", OTHER);
  private static final NnfContainerProfile FOREIGN = unowned();
  private static final NnfContainerProfile UNMARKED = unmarked();
  private static final NnfContainerProfile BROKEN = broken();
  private static final Instant SOON = NOW.plusSeconds(2);
  private static final String REMOVED = "it was removed after it had been checked";
  private static final String EDITED = "it was edited after it had been checked";
  private static final String SOMEBODY = "it belongs to somebody else, who put it there";

  @Test
  void theCopyIsOwnedByTheWorkflowAndMarked() {
    assertThat(COPY.getMetadata().getName()).isEqualTo("wf-1");
    assertThat(COPY.getMetadata().getNamespace()).isEqualTo("default");
    assertThat(COPY.hasOwnerReferenceFor(Fixtures.UID)).isTrue();
    assertThat(COPY.getData().path("pinned").asBoolean()).isTrue();
  }

  /** What the Workflow remembers, what is there, and what is done. */
  static Stream<Arguments> proposals() {
    Optional<NnfContainerProfile> nothing = Optional.empty();
    Optional<String> unknown = Optional.empty();
    Optional<String> known = Optional.of(digest(COPY));
    return Stream.of(
        Arguments.of(unknown, nothing, pinned()),
        Arguments.of(unknown, Optional.of(COPY), pinned()),
        Arguments.of(unknown, Optional.of(CHANGED), anew(CHANGED)),
        Arguments.of(unknown, Optional.of(UNMARKED), anew(UNMARKED)),
        Arguments.of(unknown, Optional.of(FOREIGN), refused(SOMEBODY)),
        Arguments.of(unknown, Optional.of(LEFT_OVER), cleared()),
        Arguments.of(known, Optional.of(COPY), Decision.done()),
        Arguments.of(known, nothing, pinned()),
        Arguments.of(Optional.of(digest(CHANGED)), nothing, refused(REMOVED)),
        // The copy is what counts, not what became of the original.
        Arguments.of(Optional.of(digest(CHANGED)), Optional.of(CHANGED), Decision.done()),
        Arguments.of(known, Optional.of(CHANGED), refused(EDITED)),
        Arguments.of(known, Optional.of(UNMARKED), refused(EDITED)),
        Arguments.of(known, Optional.of(BROKEN), refused(EDITED)),
        Arguments.of(known, Optional.of(FOREIGN), refused(SOMEBODY)),
        Arguments.of(known, Optional.of(LEFT_OVER), cleared()));
  }

  @ParameterizedTest
  @MethodSource("proposals")
  void inProposalTheCopyIsMadeOnceAndNeverTakenFromOthers(
      Optional<String> digest, Optional<NnfContainerProfile> there, Decision expected) {
    assertThat(bare(Pinning.pin(COPY, there, digest, Containers.DIRECTIVE, NOW)))
        .isEqualTo(expected);
  }

  static Stream<Arguments> laterStates() {
    Optional<String> known = Optional.of(digest(COPY));
    return Stream.of(
        Arguments.of(known, Optional.of(COPY), Optional.empty()),
        Arguments.of(known, Optional.empty(), Optional.of(REMOVED)),
        Arguments.of(
            Optional.empty(),
            Optional.of(COPY),
            Optional.of(
                "the workflow's annotation warren.internal/pinned-profile-1, which tells what was"
                    + " checked, was removed")),
        Arguments.of(known, Optional.of(CHANGED), Optional.of(EDITED)),
        Arguments.of(known, Optional.of(UNMARKED), Optional.of(EDITED)),
        Arguments.of(known, Optional.of(BROKEN), Optional.of(EDITED)),
        Arguments.of(known, Optional.of(FOREIGN), Optional.of(SOMEBODY)),
        Arguments.of(known, Optional.of(LEFT_OVER), Optional.of(SOMEBODY)));
  }

  @ParameterizedTest
  @MethodSource("laterStates")
  void laterOnlyTheOwnAndUnchangedCopyIsUsed(
      Optional<String> digest, Optional<NnfContainerProfile> there, Optional<String> reason) {
    assertThat(
            Pinning.trusted(there, digest, Containers.DIRECTIVE)
                .map(finding -> WorkflowDraft.message(List.of(finding))))
        .isEqualTo(reason.map(PinningTest::message));
  }

  @Test
  void anAdministratorIsToldWhatWasExpectedAndWhatIsThere() {
    assertThat(
            Pinning.trusted(
                    Optional.of(LEFT_OVER), Optional.of(digest(CHANGED)), Containers.DIRECTIVE)
                .flatMap(Finding::detail))
        .contains(
            "NnfContainerProfile default/wf-1: expected owner %s and digest %s; found owners [%s] and digest %s"
                .formatted(Fixtures.UID, digest(CHANGED), OTHER.uid(), digest(COPY)));
  }

  /** Without what an administrator is told besides. */
  private static Decision bare(Decision decision) {
    return decision.outcome() instanceof Outcome.Fail fail
        ? Decision.fail(
            fail.findings().stream()
                .map(
                    finding ->
                        Finding.error(finding.code(), finding.blame(), finding.message())
                            .hint(finding.hint().orElseThrow()))
                .toList())
        : decision;
  }

  private static Decision pinned() {
    return Decision.waitFor("The profile is being pinned.", SOON)
        .with(List.of(new Action.Create(COPY)))
        .annotate(Labels.pinnedDigest(1), digest(COPY));
  }

  private static Decision anew(NnfContainerProfile old) {
    return Decision.waitFor("The profile is being pinned anew.", SOON)
        .with(List.of(new Action.Delete(old)));
  }

  private static Decision cleared() {
    return Decision.waitFor(
        "The copy of the profile that an earlier workflow of this name had is being removed.",
        SOON);
  }

  private static Decision refused(String reason) {
    return Decision.fail(
        Finding.error(
                new Code("pinned-profile-changed"),
                Blame.INTERNAL,
                "The workflow's own copy wf-1 of its profile cannot be used: " + reason + ".")
            .hint("Run the job again; nobody but Warren may make, change or remove such copies."));
  }

  private static String message(String reason) {
    return WorkflowDraft.message(((Outcome.Fail) refused(reason).outcome()).findings());
  }

  private static String digest(NnfContainerProfile profile) {
    return ProfileReader.read(profile).profile().orElseThrow().payloadDigest();
  }

  private static NnfContainerProfile copy(String image, WorkflowIdentity owner) {
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.getMetadata().setName("prof");
    profile.setData(
        Serialization.unmarshal(
            "{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"" + image + "\"}]}}",
            ObjectNode.class));
    return Pinning.copy(profile, new DirectiveIdentity(owner, 1, 0));
  }

  private static NnfContainerProfile unowned() {
    NnfContainerProfile copy = copy("reg/app:1", Fixtures.IDENTITY);
    copy.getMetadata().setOwnerReferences(List.of());
    return copy;
  }

  private static NnfContainerProfile unmarked() {
    NnfContainerProfile copy = copy("reg/app:1", Fixtures.IDENTITY);
    copy.getData().put("pinned", false);
    return copy;
  }

  private static NnfContainerProfile broken() {
    NnfContainerProfile copy = copy("reg/app:1", Fixtures.IDENTITY);
    copy.getData().remove("spec");
    return copy;
  }
}
