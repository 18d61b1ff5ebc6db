package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code warren cluster kubectl} takes files of this machine, however they are given. */
@ExtendWith(Lab.Extension.class)
class KubectlFilesTest {
  private static final String CONFIG_MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: %s}
      """;

  private final Lab lab;
  private final TestNamespace namespace;

  @TempDir private Path folder;

  KubectlFilesTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("base", "overlay")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(folder.resolve("one.yaml"), CONFIG_MAP.formatted("one"));
    Files.writeString(folder.resolve("base/two.yaml"), CONFIG_MAP.formatted("two"));
    Files.writeString(folder.resolve("base/three.yaml"), CONFIG_MAP.formatted("three"));
    Files.writeString(
        folder.resolve("base/kustomization.yaml"), "resources: [two.yaml, three.yaml]\n");
    Files.writeString(
        folder.resolve("overlay/kustomization.yaml"),
        "resources: [../base]\nnameSuffix: -of-the-overlay\n");
  }

  @AfterEach
  void remove() {
    try (KubernetesClient client = lab.cluster().client()) {
      for (String name : maps(client)) {
        client.configMaps().inNamespace(namespace.name()).withName(name).delete();
      }
    }
  }

  @Test
  void filesOfThisMachineAreApplied() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path manifests = Files.createDirectories(folder.resolve("manifests"));
    Files.copy(folder.resolve("base/two.yaml"), manifests.resolve("two.yaml"));
    Files.copy(folder.resolve("base/three.yaml"), manifests.resolve("three.yaml"));

    assertThat(apply("-f", folder.resolve("one.yaml").toString())).isZero();
    assertThat(apply("-f", here.relativize(manifests).toString())).isZero();
    assertThat(apply("-k", folder.resolve("overlay").toString())).isZero();
    assertThat(apply("-f", folder.resolve("none.yaml").toString())).isEqualTo(1);

    try (KubernetesClient client = lab.cluster().client()) {
      assertThat(maps(client))
          .containsExactlyInAnyOrder(
              "one", "two", "three", "two-of-the-overlay", "three-of-the-overlay");
    }
  }

  /** Prints nothing: standard output belongs to the tests' runner. */
  private int apply(String... what) {
    List<String> arguments = new ArrayList<>(List.of("-n", namespace.name(), "apply"));
    arguments.addAll(List.of(what));
    arguments.addAll(List.of("-o", "jsonpath={.nothing}"));
    return lab.cluster().kubectlAttached(arguments);
  }

  /** The test's own ones: Kubernetes puts one into every namespace. */
  private List<String> maps(KubernetesClient client) {
    return client.configMaps().inNamespace(namespace.name()).list().getItems().stream()
        .map(map -> map.getMetadata().getName())
        .filter(name -> !name.equals("kube-root-ca.crt"))
        .toList();
  }
}
