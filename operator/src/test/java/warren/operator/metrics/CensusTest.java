package warren.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;
import warren.operator.Fixtures;

final class CensusTest {
  @Test
  void workflowsAreCountedByStateAndStatus() {
    Map<List<String>, Double> rows =
        Census.workflows(
            Stream.of(
                in("PreRun", false, "DriverWait"),
                in("PreRun", false, "DriverWait"),
                in("PreRun", true, "Completed"),
                in("Teardown", false, "Error"),
                in("Teardown", false, "a word of another operator"),
                Fixtures.created()));

    assertThat(rows)
        .containsEntry(List.of("PreRun", "DriverWait"), 2.0)
        .containsEntry(List.of("PreRun", "Ready"), 1.0)
        .containsEntry(List.of("Teardown", "Error"), 1.0)
        .containsEntry(List.of("Teardown", "Other"), 1.0)
        .containsEntry(List.of("Other", "Other"), 1.0)
        .containsEntry(List.of("Setup", "Error"), 0.0);
    assertThat(rows.values().stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(6.0);
  }

  @Test
  void noWorkflowsAreZeros() {
    assertThat(Census.workflows(Stream.of()))
        .containsKey(List.of("Proposal", "Ready"))
        .allSatisfy((labels, value) -> assertThat(value).isZero());
  }

  @Test
  void volumesAreCountedAndSummedByKind() {
    List<PersistentVolume> volumes =
        List.of(volume("1Gi", null), volume("500", null), volume("2Gi", "lustre.csi.example.org"));

    assertThat(Census.volumes(volumes.stream()))
        .containsOnly(
            Map.entry(List.of("directory"), 2.0),
            Map.entry(List.of("lustre.csi.example.org"), 1.0));
    assertThat(Census.requested(volumes.stream()))
        .containsOnly(
            Map.entry(List.of("directory"), 1024.0 * 1024 * 1024 + 500),
            Map.entry(List.of("lustre.csi.example.org"), 2.0 * 1024 * 1024 * 1024));
    assertThat(Census.volumes(Stream.of())).containsOnly(Map.entry(List.of("directory"), 0.0));
  }

  private static Workflow in(String state, boolean ready, String status) {
    Workflow workflow = Fixtures.in(WorkflowState.SETUP);
    workflow.setStatus(
        new WorkflowStatus(state, ready, status, null, null, null, null, null, null, null));
    return workflow;
  }

  private static PersistentVolume volume(String size, String csiDriver) {
    var spec =
        new PersistentVolumeBuilder()
            .withNewSpec()
            .withCapacity(Map.of("storage", new Quantity(size)));
    return (csiDriver == null
            ? spec.withNewHostPath("/x", "Directory")
            : spec.withNewCsi().withDriver(csiDriver).endCsi())
        .endSpec()
        .build();
  }
}
