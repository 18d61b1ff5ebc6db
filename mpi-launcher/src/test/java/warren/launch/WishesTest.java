package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.launch.render.KubernetesRenderer;

/** What profiles may wish for, and the objects it becomes: cases that no example has. */
class WishesTest {
  @ParameterizedTest
  @ValueSource(strings = {"wishes-of-a-pod", "wishes-of-intel-mpi", "mpich"})
  void aScriptAndAProfileBecomeExactlyTheseObjects(String name) throws IOException {
    String rendered =
        KubernetesRenderer.render(Workloads.shape(Cases.inputs(name))).stream()
            .map(Serialization::asYaml)
            .collect(Collectors.joining());

    // Left beside the reports, to be compared with, or copied over, what was approved.
    Path actual = Path.of("target", "wishes", name, "expected.yaml");
    Files.createDirectories(actual.getParent());
    Files.writeString(actual, rendered);
    assertThat(rendered).isEqualTo(Cases.text(name, "expected.yaml"));
  }
}
