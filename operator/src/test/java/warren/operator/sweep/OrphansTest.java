package warren.operator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import warren.names.Labels;

final class OrphansTest {
  @Test
  void onlyThingsOfKnownNamespacesWhoseWorkflowIsGoneAreLeft() {
    HasMetadata orphan = volume("gone", "default");
    List<HasMetadata> candidates =
        List.of(
            orphan,
            volume("alive", "default"),
            volume("gone", "unknown"),
            new PersistentVolumeBuilder()
                .withNewMetadata()
                .withLabels(Map.of(Labels.MANAGED_BY, "warren"))
                .endMetadata()
                .build());

    assertThat(Orphans.among(candidates, Set.of("alive"), Set.of("default")))
        .containsExactly(orphan);
  }

  private static PersistentVolume volume(String uid, String namespace) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withLabels(Map.of(Labels.WORKFLOW_UID, uid, Labels.WORKFLOW_NAMESPACE, namespace))
        .endMetadata()
        .build();
  }
}
