package warren.operator.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.api.NnfContainerProfile;
import warren.dw.ContainerDw;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.plan.ContainerPlan;
import warren.plan.Planner;
import warren.plan.UserIdentity;

class PinnedProfilesTest {
  private static final Reading READING =
      new DirectiveReader(RuleBook.standard().withContainersPerJob(4))
          .read(
              JobScript.ofDirectives(
                  List.of(
                      "#DW container name=one profile=slushy",
                      "#DW container name=two profile=indexer",
                      "#DW container name=three profile=slushy")));

  private static final Map<Integer, NnfContainerProfile> COPIES =
      Map.of(0, copy("wf-0", "early"), 1, copy("wf-1", "other"), 2, copy("wf-2", "late"));

  private static NnfContainerProfile copy(String name, String image) {
    return Serialization.unmarshal(
        """
        apiVersion: nnf.cray.hpe.com/v1alpha1
        kind: NnfContainerProfile
        metadata: {name: %s, namespace: default}
        data: {pinned: true, spec: {containers: [{name: app, image: "%s"}]}}
        """
            .formatted(name, image),
        NnfContainerProfile.class);
  }

  private static String image(NnfContainerProfile profile) {
    return profile.getData().path("spec").path("containers").path(0).path("image").asText();
  }

  @Test
  void eachDirectiveRunsItsOwnCopyAlsoOfTheSameProfile() {
    PinnedProfiles pinned =
        new PinnedProfiles(READING, index -> Optional.ofNullable(COPIES.get(index)));

    assertThat(READING.directives().stream().map(ContainerDw.class::cast))
        .extracting(directive -> image(pinned.find(directive).orElseThrow()))
        .containsExactly("early", "other", "late");
    assertThat(
            new Planner(pinned)
                .plan(READING, new UserIdentity(1050, 1051))
                .plan()
                .orElseThrow()
                .containers())
        .extracting(ContainerPlan::ordinal, plan -> plan.profile().name())
        .containsExactly(tuple(0, "slushy"), tuple(1, "indexer"), tuple(2, "slushy"));
  }

  @Test
  void aDirectiveWithoutACopyRunsNoSiblingsCopy() {
    PinnedProfiles pinned =
        new PinnedProfiles(
            READING, index -> Optional.ofNullable(index == 2 ? null : COPIES.get(index)));

    assertThat(pinned.find((ContainerDw) READING.directives().getLast())).isEmpty();
  }
}
