package warren.operator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import warren.api.RabbitDirectory;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.storage.FoundStorage;

final class OrphansTest {
  private static final WorkflowIdentity GONE = new WorkflowIdentity("default", "wf", "gone");

  @Test
  void onlyThingsOfKnownNamespacesWhoseWorkflowIsGoneAreLeft() {
    PersistentVolume orphan = volume(GONE, 0);

    assertThat(
            among(
                orphan,
                volume(new WorkflowIdentity("default", "wf", "alive"), 0),
                volume(new WorkflowIdentity("unknown", "wf", "gone-too"), 0)))
        .containsExactly(found(0, List.of(), orphan));
  }

  @Test
  void whatIsLeftIsTakenTogetherByDirective() {
    PersistentVolume first = volume(GONE, 0);
    PersistentVolume second = volume(GONE, 1);
    RabbitDirectory directory = new RabbitDirectory();
    directory.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("warren-system")
            .withLabels(Labels.of(GONE, 1))
            .build());
    directory.setSpec(
        new RabbitDirectory.Spec("rabbit-0", "Local", "d", null, null, "Present", null));

    assertThat(among(first, directory, second))
        .containsExactly(found(0, List.of(), first), found(1, List.of(directory), second));
  }

  @Test
  void whatDoesNotSayWhoseItIsIsLeftAlone() {
    PersistentVolume broken = volume(GONE, 0);
    broken.getMetadata().getLabels().put(Labels.DIRECTIVE_INDEX, "x");

    assertThat(
            among(
                broken,
                new PersistentVolumeBuilder()
                    .withNewMetadata()
                    .withLabels(Map.of(Labels.MANAGED_BY, "warren"))
                    .endMetadata()
                    .build()))
        .isEmpty();
  }

  @Test
  void aClaimAloneIsLeftToKubernetes() {
    assertThat(
            among(
                new PersistentVolumeClaimBuilder()
                    .withNewMetadata()
                    .withNamespace("default")
                    .withLabels(Labels.of(GONE, 0))
                    .endMetadata()
                    .build()))
        .isEmpty();
  }

  private static List<FoundStorage> among(HasMetadata... candidates) {
    return Orphans.among(List.of(candidates), Set.of("alive"), Set.of("default"));
  }

  private static FoundStorage found(
      int directive, List<RabbitDirectory> directories, PersistentVolume volume) {
    return new FoundStorage(
        GONE, directive, directories, Optional.empty(), Optional.of(volume), Map.of());
  }

  private static PersistentVolume volume(WorkflowIdentity workflow, int directive) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withLabels(Labels.of(workflow, directive))
        .endMetadata()
        .build();
  }
}
