package warren.cli.site;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import warren.cli.CommandException;
import warren.cli.ExitStatus;

/** A cluster with the caller's own rights, as kubectl has them; for administrators. */
public final class AdministratorAccess implements AutoCloseable {
  /** The option that names a kubeconfig. */
  public static final String OPTION = "--kubeconfig";

  /** The environment variable that names one, as for kubectl. */
  public static final String VARIABLE = "KUBECONFIG";

  private final Path kubeconfig;
  private final KubernetesClient client;

  private AdministratorAccess(Path kubeconfig, KubernetesClient client) {
    this.kubeconfig = kubeconfig;
    this.client = client;
  }

  /**
   * The kubeconfig to use.
   *
   * @param option what the option names
   * @param environment for {@value #VARIABLE}
   * @param local the local cluster's, when it runs
   * @param home the caller's home folder
   * @throws CommandException when several are named
   */
  public static Path find(
      Optional<Path> option, Map<String, String> environment, Optional<Path> local, Path home) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (option.isEmpty() && named.contains(File.pathSeparator)) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "$" + VARIABLE + " names several kubeconfigs; name the one to use with " + OPTION);
    }
    return option
        .or(() -> Optional.of(named).filter(text -> !text.isEmpty()).map(Path::of))
        .or(() -> local)
        .orElseGet(() -> home.resolve(".kube").resolve("config"));
  }

  /**
   * Uses a kubeconfig.
   *
   * @throws CommandException when it cannot be read or is none
   */
  public static AdministratorAccess open(Path kubeconfig) {
    if (!Files.isReadable(kubeconfig)) {
      throw new CommandException(
          ExitStatus.TROUBLE,
          "no cluster: the kubeconfig "
              + kubeconfig
              + " cannot be read; start the local cluster with ./warren cluster up, or name your"
              + " kubeconfig with "
              + OPTION);
    }
    return new AdministratorAccess(kubeconfig, Kubeconfig.client(kubeconfig, Kubeconfig.FEW));
  }

  /**
   * Asks the cluster.
   *
   * @throws CommandException when it refuses or does not answer
   */
  public <T> T ask(Function<KubernetesClient, T> question) {
    try {
      return question.apply(client);
    } catch (KubernetesClientException trouble) {
      throw ClusterTrouble.stop(kubeconfig, OPTION, trouble);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
