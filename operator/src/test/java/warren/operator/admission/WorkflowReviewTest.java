package warren.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.api.NnfContainerProfile;
import warren.api.Workflow;
import warren.dw.Finding;
import warren.dw.RuleBook;
import warren.names.Labels;
import warren.profile.ProfileCatalog;

final class WorkflowReviewTest {
  private static final String STORAGE = "#DW jobdw type=gfs2 capacity=1GB name=scratch";

  private static final Map<String, String> PROFILES =
      Map.of(
          "open", "{spec: {containers: [{name: a, image: b}]}}",
          "of-group-7", "{groups: ['7'], spec: {containers: [{name: a, image: b}]}}");

  private final WorkflowReview review = new WorkflowReview(RuleBook::standard, new Table());

  /** Profiles of a table. */
  private static final class Table implements ProfileCatalog {
    @Override
    public Optional<NnfContainerProfile> find(String name) {
      return Optional.ofNullable(PROFILES.get(name))
          .map(
              data ->
                  Serialization.unmarshal(
                      "apiVersion: nnf.cray.hpe.com/v1alpha11\nkind: NnfContainerProfile\n"
                          + "metadata: {name: %s}\ndata: %s\n".formatted(name, data),
                      NnfContainerProfile.class));
    }

    @Override
    public List<String> names() {
      return PROFILES.keySet().stream().sorted().toList();
    }
  }

  private static Workflow workflow(long user, String... directives) {
    Workflow workflow =
        Serialization.unmarshal(
            """
            apiVersion: dataworkflowservices.github.io/v1alpha7
            kind: Workflow
            metadata: {name: w, namespace: default}
            spec: {desiredState: Proposal, wlmID: w, jobID: 1, userID: %s, groupID: 1051,
              dwDirectives: %s}
            """
                .formatted(user, Serialization.asJson(directives)),
            Workflow.class);
    return workflow;
  }

  private static List<String> sentences(List<Finding> findings) {
    return findings.stream().map(Finding::message).toList();
  }

  @Test
  void whatIsGoodIsTaken() {
    assertThat(review.of(workflow(1050, STORAGE, "#DW container name=cc profile=open")).allowed())
        .isTrue();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Verdict verdict =
        review.of(
            workflow(
                1050,
                "#DW jobdw type=gfs3 capacity=1GB name=scratch",
                "#DW container name=cc profile=opem"));

    assertThat(verdict.allowed()).isFalse();
    assertThat(sentences(verdict.errors()))
        .containsExactly(
            "'gfs3' is not a value that 'type' takes.", "There is no container profile 'opem'.");
    assertThat(verdict.errors())
        .extracting(finding -> finding.directive().orElseThrow())
        .containsExactly(0, 1);
  }

  @Test
  void theUsersRightsCountWithTheGroupsThatTheManagerNames() {
    Workflow stranger = workflow(1050, "#DW container name=cc profile=of-group-7");
    Workflow member = workflow(1050, "#DW container name=cc profile=of-group-7");
    member.getMetadata().setAnnotations(Map.of(Labels.SUPPLEMENTARY_GROUPS, "7,8"));

    assertThat(sentences(review.of(stranger).errors()))
        .singleElement()
        .asString()
        .contains("'of-group-7' is restricted");
    assertThat(review.of(member).allowed()).isTrue();
    assertThat(sentences(review.of(workflow(0, "#DW container name=cc profile=open")).errors()))
        .containsExactly("User 0 never gets a container.");
  }

  @Test
  void anAnnotationThatIsNoUserNameIsRefused() {
    Workflow named = workflow(1050, STORAGE);
    named.getMetadata().setAnnotations(Map.of(Labels.USER_NAME, "ann"));
    Workflow forged = workflow(1050);
    forged.getMetadata().setAnnotations(Map.of(Labels.USER_NAME, "ann:x:0:0"));

    assertThat(review.of(named).allowed()).isTrue();
    assertThat(sentences(review.of(forged).errors()))
        .containsExactly(
            "The annotation warren.internal/user-name is 'ann:x:0:0', which is no user name.");
  }

  @Test
  void withoutDirectivesTheRulesAreNotRead() {
    WorkflowReview blind =
        new WorkflowReview(
            () -> {
              throw new IllegalStateException("nobody may ask");
            },
            new Table());

    assertThat(blind.of(workflow(1050)).allowed()).isTrue();
  }

  @Test
  void warningsAreToldAndRefuseNothing() {
    Verdict verdict = review.of(workflow(1050, STORAGE + " profile=fast"));

    assertThat(verdict.allowed()).isTrue();
    assertThat(sentences(verdict.warnings()))
        .containsExactly("profile=fast is ignored: there are no storage profiles here.");
  }
}
