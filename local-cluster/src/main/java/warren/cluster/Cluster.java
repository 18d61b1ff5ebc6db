package warren.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;

/**
 * A cluster that is up: how to reach it and what to do with it. Its failures are {@link
 * ClusterException}s.
 */
public interface Cluster {

  /** Its name, also the name of its Docker network. */
  ClusterName name();

  /** The administrator's kubeconfig, as YAML text, for this machine. */
  String kubeconfig();

  /** The same in a file that only its owner can read; it goes with the cluster. */
  Path kubeconfigFile();

  /** A new client with the administrator's rights, to be closed by the caller. */
  KubernetesClient client();

  /** The nodes that play Rabbits, by their names. */
  List<String> rabbits();

  /** The private container registry. */
  Registry registry();

  /** The folders behind the storage. */
  StorageFolders storage();

  /** The folder of this machine that holds everything of this cluster. */
  Path stateDirectory();

  /**
   * Gives an image of this machine's Docker to the container runtimes of the nodes, under the same
   * name. Nodes that have this very image are left alone.
   */
  void load(String dockerImage, List<String> nodes);

  /**
   * Puts an image of this machine's Docker into the private registry.
   *
   * @param repositoryTag its name there, such as {@code red-rock-slushy:v1}
   * @return the name by which pods know it
   */
  String push(String dockerImage, String repositoryTag);

  /** Runs the {@code kubectl} inside the server, with nothing on its standard input. */
  default CommandResult kubectl(List<String> arguments) {
    return kubectl(arguments, "");
  }

  /** Runs the {@code kubectl} inside the server with {@code stdin} as its standard input. */
  CommandResult kubectl(List<String> arguments, String stdin);

  /**
   * Runs the cluster's {@code kubectl} on this machine, in the working directory and on the
   * terminal or the pipes of this process.
   *
   * @return the exit status
   */
  int kubectlAttached(List<String> arguments);

  /**
   * Copies what is in {@code folder} to the folder {@code target} inside the server, which is made
   * when missing.
   */
  void copyToServer(Path folder, String target);

  /** Runs a command in the container of a node. */
  CommandResult nodeExec(String node, List<String> command);
}
