package warren.cli.cluster;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.ClusterException;
import warren.cluster.ClusterStatus;
import warren.cluster.KeptCluster;
import warren.cluster.Progress;

/** {@code warren cluster up|down|status|kubectl}. */
@Command(
    name = ClusterCommand.NAME,
    description =
        "Starts, shows and removes the local cluster, a real Kubernetes with Warren in it.",
    synopsisSubcommandLabel = "(up | down | status | kubectl)",
    mixinStandardHelpOptions = true)
public final class ClusterCommand {
  public static final String NAME = "cluster";

  /** The subcommand whose arguments are another program's. */
  public static final String KUBECTL = "kubectl";

  @Spec private CommandSpec spec;

  @Command(
      description = "Starts the cluster if it is not running, and installs this checkout's Warren.",
      mixinStandardHelpOptions = true)
  int up() {
    Cluster cluster = LocalWarren.up(Progress.to(System.out));
    out().println("The cluster is up: ./warren run JOB.SH, ./warren cluster kubectl get nodes");
    out().println("kubeconfig: " + cluster.kubeconfigFile());
    out().flush();
    return 0;
  }

  @Command(
      description = "Removes the cluster and every trace of it; its storage, too.",
      mixinStandardHelpOptions = true)
  int down() {
    out().println(kept().down().text());
    out().flush();
    return 0;
  }

  @Command(
      description = "Tells whether the cluster runs; exit status 0 only if it does.",
      mixinStandardHelpOptions = true)
  int status() {
    ClusterStatus status = kept().status();
    out().println(status.text());
    out().flush();
    return status instanceof ClusterStatus.Running ? 0 : 1;
  }

  @Command(
      name = KUBECTL,
      description =
          "Runs the cluster's own kubectl on this machine, as the cluster's administrator. Files and"
              + " folders of this machine can be given, as in apply -f FILE or apply -k FOLDER.",
      mixinStandardHelpOptions = true)
  int kubectl(
      @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "kubectl's arguments.")
          List<String> arguments) {
    Cluster cluster =
        kept()
            .find()
            .orElseThrow(
                () ->
                    new ClusterException(
                        "The local cluster is not running. Start it: ./warren cluster up"));
    return cluster.kubectlAttached(arguments == null ? List.of() : arguments);
  }

  private static KeptCluster kept() {
    return new KeptCluster(Checkout.find());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
