package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script instead of the node's program. */
class MachineKubectlTest {
  @TempDir private Path base;

  private StateDirectory state;

  @BeforeEach
  void aCluster() throws IOException {
    state = new StateDirectory(base, new ClusterName("warren-kubectl-test"));
    Files.createDirectories(state.path());
  }

  private static Consumer<Path> script(String text) {
    return file -> {
      try {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Test
  void sees_the_files_and_the_working_directory_of_its_caller() throws IOException {
    Path manifest = Files.writeString(base.resolve("manifest.yaml"), "kind: ConfigMap");
    Path seen = base.resolve("seen");
    Path relative = Path.of("").toAbsolutePath().relativize(manifest);
    MachineKubectl kubectl =
        new MachineKubectl(
            state, script("{ cat \"$3\"; pwd; echo \"$0 $KUBECONFIG $KUBECACHEDIR\"; } >" + seen));

    assertThat(kubectl.attached(List.of("apply", "-f", relative.toString()))).isZero();
    assertThat(Files.readString(seen))
        .isEqualTo(
            "kind: ConfigMap%s\n%s %s %s\n"
                .formatted(
                    Path.of("").toAbsolutePath(),
                    state.path().resolve("kubectl"),
                    state.kubeconfig(),
                    state.path().resolve("kubectl-cache")));
  }

  @Test
  void ends_with_the_programs_status_and_is_copied_once() throws IOException {
    AtomicInteger copies = new AtomicInteger();
    MachineKubectl kubectl =
        new MachineKubectl(state, script("exit 7").andThen(file -> copies.incrementAndGet()));

    assertThat(kubectl.attached(List.of())).isEqualTo(7);
    assertThat(kubectl.attached(List.of())).isEqualTo(7);
    assertThat(copies).hasValue(1);
    try (Stream<Path> left = Files.list(state.path())) {
      assertThat(left).containsExactly(state.path().resolve("kubectl"));
    }
  }

  @Test
  void a_program_that_was_not_copied_is_a_failure_in_words() {
    MachineKubectl kubectl = new MachineKubectl(state, file -> {});

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> kubectl.attached(List.of()))
        .withMessageStartingWith("Could not keep kubectl in " + state.path());
    assertThat(state.path()).isEmptyDirectory();
  }
}
