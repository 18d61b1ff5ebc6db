package warren.cli.site;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.client.logs.LogConnection;
import warren.dw.RuleBook;
import warren.names.Names;
import warren.plan.MachineLayout;
import warren.profile.ProfileCatalog;
import warren.profile.catalog.ClusterProfileCatalog;
import warren.profile.catalog.MachineCatalog;
import warren.profile.catalog.RuleCatalog;

/** The cluster of a site, through the site's kubeconfig and nothing else. */
public final class ClusterAccess implements AutoCloseable {
  private final KubernetesClient client;
  private final MachineLayout layout;
  private final Path kubeconfig;
  private Optional<KubernetesClient> logClient = Optional.empty();

  private ClusterAccess(KubernetesClient client, MachineLayout layout, Path kubeconfig) {
    this.client = client;
    this.layout = layout;
    this.kubeconfig = kubeconfig;
  }

  /**
   * Connects, and reads the machine's layout.
   *
   * @throws CommandException when there is no cluster, or Warren is not installed in it
   */
  public static ClusterAccess open(RunnerSite site) {
    if (!Files.isReadable(site.kubeconfig())) {
      throw new CommandException(
          ExitStatus.TROUBLE,
          "no cluster: the kubeconfig "
              + site.kubeconfig()
              + " cannot be read; start the local cluster with ./warren cluster up, or name another"
              + " site with --site");
    }
    KubernetesClient client =
        Kubeconfig.client(site.kubeconfig(), Config.DEFAULT_REQUEST_RETRY_BACKOFFLIMIT);
    try {
      // Somebody waits for this answer: later questions are asked more patiently.
      return new ClusterAccess(
          client, Kubeconfig.impatiently(client, ClusterAccess::layout), site.kubeconfig());
    } catch (KubernetesClientException trouble) {
      client.close();
      throw ClusterTrouble.stop(site, trouble);
    } catch (CommandException notInstalled) {
      client.close();
      throw notInstalled;
    }
  }

  /**
   * Connects for one question.
   *
   * @throws CommandException when there is no cluster, or it fails
   */
  public static <T> T ask(RunnerSite site, Function<ClusterAccess, T> question) {
    try (ClusterAccess access = open(site)) {
      return question.apply(access);
    } catch (KubernetesClientException trouble) {
      throw ClusterTrouble.stop(site, trouble);
    }
  }

  private static MachineLayout layout(KubernetesClient client) {
    return MachineCatalog.system(client)
        .map(MachineLayout::of)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitStatus.TROUBLE,
                    "the cluster has no SystemConfiguration default/default: Warren is not"
                        + " installed in it; ./warren cluster up installs it in the local"
                        + " cluster"));
  }

  /** The client; closed with this. */
  public KubernetesClient client() {
    return client;
  }

  /** The logs of containers, over connections of their own; closed with this. */
  public LogConnection logs() {
    return new LogConnection(this::logClient);
  }

  /** Made when the first log is read: a job's start does not wait for it. */
  private synchronized KubernetesClient logClient() {
    if (logClient.isEmpty()) {
      logClient = Optional.of(Kubeconfig.clientForLogs(kubeconfig));
    }
    return logClient.get();
  }

  /** The machine's computes and Rabbits. */
  public MachineLayout layout() {
    return layout;
  }

  /**
   * The site's rules, asked now: those by which the operator reads directives. A request that fails
   * is a {@link KubernetesClientException}.
   */
  public RuleBook rules() {
    return RuleCatalog.read(client, Names.SYSTEM_NAMESPACE).book();
  }

  /** The administrator's profiles. */
  public ProfileCatalog profiles() {
    return new ClusterProfileCatalog(client, Names.PROFILE_NAMESPACE);
  }

  @Override
  public synchronized void close() {
    logClient.ifPresent(KubernetesClient::close);
    client.close();
  }
}
