package warren.operator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import warren.dw.RuleBook;
import warren.operator.FakeCluster;

final class ClusterRulesTest {
  /** The client waits longer after each try to watch that failed, for half a minute at most. */
  private static final Duration WATCH_TRIED_AGAIN = Duration.ofMinutes(2);

  private static final String LIST =
      "/apis/dataworkflowservices.github.io/v1alpha7/namespaces/warren-system/dwdirectiverules";

  /** As the watch asks for its first list. */
  private static final String FIRST_LIST = LIST + "?resourceVersion=0";

  private final FakeCluster cluster = new FakeCluster();

  ClusterRulesTest() throws IOException {}

  @AfterEach
  void close() {
    cluster.close();
  }

  private static GenericKubernetesResourceList rules(String... commands) {
    GenericKubernetesResourceList list =
        Serialization.unmarshal(
            """
            apiVersion: dataworkflowservices.github.io/v1alpha7
            kind: DWDirectiveRuleList
            metadata: {resourceVersion: "%s"}
            """
                .formatted(String.join("", commands)),
            GenericKubernetesResourceList.class);
    list.setItems(
        List.of(commands).stream()
            .map(
                command ->
                    Serialization.<GenericKubernetesResource>unmarshal(
                        """
                        apiVersion: dataworkflowservices.github.io/v1alpha7
                        kind: DWDirectiveRule
                        metadata: {name: of-%1$s, namespace: warren-system, uid: %1$s, resourceVersion: %1$s}
                        spec: [{command: %1$s, ruleDefs: []}]
                        """
                            .formatted(command),
                        GenericKubernetesResource.class))
            .toList());
    return list;
  }

  private ClusterRules rules() {
    return new ClusterRules(cluster.client(), "warren-system");
  }

  @Test
  void beforeTheWatchAnswersTheRulesAreAskedForLive() {
    cluster.has("GET " + LIST, rules("halt", "wait"));
    try (ClusterRules rules = rules()) {
      assertThat(rules.get().commands()).containsExactly("halt", "wait");
    }
  }

  @Test
  void aClusterThatCannotBeAskedHasNoRulesThatAreEmpty() {
    cluster.refuses("GET " + LIST, 403, "dwdirectiverules is forbidden");
    try (ClusterRules rules = rules()) {
      assertThatExceptionOfType(KubernetesClientException.class).isThrownBy(rules::get);
    }
  }

  @Test
  void theObjectsAreReadOnceAChange() {
    cluster.has("GET " + FIRST_LIST, rules("wait"));
    try (ClusterRules rules = rules()) {
      await().ignoreExceptions().until(() -> rules.get().commands().equals(Set.of("wait")));
      // What the watch tells of the first object may come a moment after the first answer.
      await()
          .untilAsserted(
              () -> {
                RuleBook first = rules.get();
                assertThat(rules.get()).isSameAs(first);
              });
      // This server has no watches, so each try to watch is followed by a new list.
      cluster.has("GET " + LIST, rules("halt", "wait"));
      await()
          .atMost(WATCH_TRIED_AGAIN)
          .until(() -> rules.get().commands().equals(Set.of("halt", "wait")));
      cluster.has("GET " + LIST, rules("halt"));
      await().atMost(WATCH_TRIED_AGAIN).until(() -> rules.get().commands().equals(Set.of("halt")));
    }
  }
}
