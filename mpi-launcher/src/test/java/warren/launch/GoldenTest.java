package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.launch.render.KubernetesRenderer;

class GoldenTest {
  @ParameterizedTest
  @ValueSource(strings = {"red-rock-slushy", "mpi-red-rock-slushy"})
  void aScriptAndAProfileBecomeExactlyTheseObjects(String name) throws IOException {
    String rendered = Cases.yaml(KubernetesRenderer.render(Workloads.shape(Cases.inputs(name))));

    // Left beside the reports, to be compared with, or copied over, what was expected.
    Path actual = Path.of("target", "golden", name, "expected.yaml");
    Files.createDirectories(actual.getParent());
    Files.writeString(actual, rendered);
    assertThat(rendered).isEqualTo(Cases.text(name, "expected.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"red-rock-slushy", "mpi-red-rock-slushy"})
  void equalInputsGiveEqualWorkloads(String name) {
    assertThat(Workloads.shape(Cases.inputs(name))).isEqualTo(Workloads.shape(Cases.inputs(name)));
  }
}
