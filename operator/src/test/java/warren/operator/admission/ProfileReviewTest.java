package warren.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.api.NnfContainerProfile;
import warren.dw.Finding;
import warren.profile.ProfileReader;

final class ProfileReviewTest {
  private static final String GOOD = "spec: {containers: [{name: a, image: b}]}";
  private static final String WARNED =
      "spec: {restartPolicy: Always, containers: [{name: a, image: b}]}";
  private static final String BAD =
      "retryLimit: -1\nspec: {hostNetwork: true, containers: [{name: a, image: b}]}";
  private static final String PINNED = "pinned: true\nspec: {containers: [{name: a, image: b}]}";
  private static final String PINNED_TOO =
      "pinned: true\nspec: {containers: [{name: a, image: c}]}";

  private final ProfileReview review = new ProfileReview("nnf-system");

  @Test
  void aGoodProfileIsLetIn() {
    assertThat(review.of(profile(GOOD), Optional.empty()))
        .isEqualTo(new Verdict(List.of(), List.of()));
  }

  @Test
  void aBadOneIsRefusedWithAllThatLintSays() {
    NnfContainerProfile bad = profile(BAD);
    List<Finding> lint = ProfileReader.read(bad).findings();

    assertThat(lint).hasSizeGreaterThanOrEqualTo(2).allMatch(Finding::isError);
    assertThat(review.of(bad, Optional.empty())).isEqualTo(new Verdict(lint, List.of()));
    assertThat(review.of(bad, Optional.of(profile(GOOD)))).isEqualTo(new Verdict(lint, List.of()));
  }

  @Test
  void whatLintWarnsOfIsAWarning() {
    NnfContainerProfile warned = profile(WARNED);
    List<Finding> lint = ProfileReader.read(warned).findings();

    assertThat(lint).isNotEmpty().noneMatch(Finding::isError);
    assertThat(review.of(warned, Optional.empty())).isEqualTo(new Verdict(List.of(), lint));
  }

  @Test
  void aProfileElsewhereWouldNeverBeUsed() {
    NnfContainerProfile elsewhere = profile(GOOD);
    elsewhere.getMetadata().setNamespace("physics");

    assertThat(review.of(elsewhere, Optional.empty()).errors())
        .extracting(Finding::sentence)
        .containsExactly(
            "Profile pp: profiles are kept in the namespace nnf-system, not in physics. Nothing"
                + " would use it here; create it with -n nnf-system.");
    assertThat(review.of(elsewhere, Optional.of(profile(WARNED))).allowed()).isTrue();
  }

  @Test
  void aNameThatNoDirectiveCanGiveIsRefusedAsLongAsItIsNew() {
    NnfContainerProfile unnamed = profile(GOOD);
    unnamed.getMetadata().setName("a.b");

    assertThat(review.of(unnamed, Optional.empty()).errors())
        .extracting(Finding::message)
        .containsExactly("Profile a.b: metadata.name is 'a.b', which no directive can give.");
    assertThat(review.of(unnamed, Optional.of(profile(WARNED))).allowed()).isTrue();
    unnamed.setData(profile(PINNED).getData());
    assertThat(review.of(unnamed, Optional.empty()).allowed()).isTrue();
  }

  @Test
  void aWorkflowsOwnCopyIsElsewhereAndNeverChanges() {
    NnfContainerProfile copy = profile(PINNED);
    copy.getMetadata().setNamespace("physics");

    assertThat(review.of(copy, Optional.empty()).allowed()).isTrue();
    assertThat(review.of(copy, Optional.of(profile(PINNED))).allowed()).isTrue();
    assertThat(review.of(profile(PINNED_TOO), Optional.of(copy)).errors())
        .extracting(Finding::sentence)
        .containsExactly(
            "Profile pp: this is a workflow's own copy of a profile, and never changes. Change the"
                + " profile it was made of: the next job takes it.");
  }

  @Test
  void whoOnlyLabelsABadProfileIsTold() {
    NnfContainerProfile bad = profile(BAD);

    assertThat(review.of(bad, Optional.of(profile(BAD))))
        .isEqualTo(new Verdict(List.of(), ProfileReader.read(bad).findings()));
  }

  private static NnfContainerProfile profile(String data) {
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.getMetadata().setName("pp");
    profile.getMetadata().setNamespace("nnf-system");
    profile.setData(Serialization.unmarshal(data, ObjectNode.class));
    return profile;
  }
}
