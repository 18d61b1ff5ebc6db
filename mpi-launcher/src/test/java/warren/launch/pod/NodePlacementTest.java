package warren.launch.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodePlacementTest {
  @Test
  void aNodeIsAskedForByItsNameAndNotByALabel() {
    PodSpec pod = NodePlacement.onOneOf(List.of("rabbit-0"), new PodSpec());

    assertThat(pod.getNodeSelector()).isEmpty();
    assertThat(terms(pod))
        .extracting(NodePlacementTest::words)
        .containsExactly("metadata.name In [rabbit-0]");
    assertThat(terms(pod)).allSatisfy(term -> assertThat(term.getMatchExpressions()).isEmpty());
  }

  @Test
  void eachOfSeveralNodesIsATermBecauseATermTakesOneName() {
    PodSpec pod = NodePlacement.onOneOf(List.of("rabbit-0", "rabbit-1"), new PodSpec());

    assertThat(terms(pod))
        .extracting(NodePlacementTest::words)
        .containsExactly("metadata.name In [rabbit-0]", "metadata.name In [rabbit-1]");
  }

  @Test
  void everyTermOfTheProfileHoldsForEveryNode() {
    PodSpec own =
        new PodSpecBuilder()
            .withNewAffinity()
            .withNewNodeAffinity()
            .withNewRequiredDuringSchedulingIgnoredDuringExecution()
            .addNewNodeSelectorTerm()
            .addToMatchExpressions(new NodeSelectorRequirement("nic", "Exists", List.of()))
            .endNodeSelectorTerm()
            .addNewNodeSelectorTerm()
            .addToMatchFields(
                new NodeSelectorRequirement("metadata.name", "NotIn", List.of("rabbit-9")))
            .endNodeSelectorTerm()
            .endRequiredDuringSchedulingIgnoredDuringExecution()
            .addNewPreferredDuringSchedulingIgnoredDuringExecution()
            .withWeight(1)
            .endPreferredDuringSchedulingIgnoredDuringExecution()
            .endNodeAffinity()
            .endAffinity()
            .build();

    PodSpec pod = NodePlacement.onOneOf(List.of("rabbit-0", "rabbit-1"), own);

    assertThat(terms(pod))
        .extracting(NodePlacementTest::words)
        .containsExactly(
            "nic Exists [], metadata.name In [rabbit-0]",
            "nic Exists [], metadata.name In [rabbit-1]",
            "metadata.name NotIn [rabbit-9], metadata.name In [rabbit-0]",
            "metadata.name NotIn [rabbit-9], metadata.name In [rabbit-1]");
    assertThat(
            pod.getAffinity()
                .getNodeAffinity()
                .getPreferredDuringSchedulingIgnoredDuringExecution())
        .hasSize(1);
  }

  private static List<NodeSelectorTerm> terms(PodSpec pod) {
    return pod.getAffinity()
        .getNodeAffinity()
        .getRequiredDuringSchedulingIgnoredDuringExecution()
        .getNodeSelectorTerms();
  }

  private static String words(NodeSelectorTerm term) {
    return String.join(
        ", ",
        Stream.concat(term.getMatchExpressions().stream(), term.getMatchFields().stream())
            .map(NodePlacementTest::words)
            .toList());
  }

  private static String words(NodeSelectorRequirement requirement) {
    return requirement.getKey() + " " + requirement.getOperator() + " " + requirement.getValues();
  }
}
