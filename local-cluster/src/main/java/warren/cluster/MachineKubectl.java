package warren.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The cluster's own {@code kubectl} on this machine, where it sees the files and the working
 * directory of its caller. It is one static program; the node image holds it.
 *
 * @param state of the cluster; the program is kept in this folder and removed with it
 * @param copy copies the program out of the cluster into a file
 */
record MachineKubectl(StateDirectory state, Consumer<Path> copy) {
  /**
   * Runs with the administrator's rights on this process's own terminal or pipes.
   *
   * @return the exit status
   */
  int attached(List<String> arguments) {
    List<String> command = new ArrayList<>(arguments);
    command.addFirst(program().toString());
    return new Commands(
            Map.of(
                "KUBECONFIG", state.kubeconfig().toString(),
                // Nothing of the cluster is to stay in the caller's home.
                "KUBECACHEDIR", state.path().resolve("kubectl-cache").toString()))
        .attached(command);
  }

  /** The program, copied the first time; its name has it be kubectl. */
  private Path program() {
    Path program = state.path().resolve("kubectl");
    if (Files.isExecutable(program)) {
      return program;
    }
    try {
      // In a folder of its own, for another call may copy it at the same time.
      Path folder = Files.createTempDirectory(state.path(), "kubectl-");
      Path draft = folder.resolve("kubectl");
      try {
        copy.accept(draft);
        Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        return program;
      } finally {
        Files.deleteIfExists(draft);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new ClusterException(
          "Could not keep kubectl in " + state.path() + ": " + e.getMessage() + ".", e);
    }
  }
}
