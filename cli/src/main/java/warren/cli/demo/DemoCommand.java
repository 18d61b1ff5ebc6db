package warren.cli.demo;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import warren.cli.cluster.LocalWarren;
import warren.cli.install.Caller;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.Progress;

/** {@code warren demo}: sets everything up and runs the examples as jobs. */
@Command(
    name = "demo",
    description =
        "Sets up all that is needed, starts the local cluster, and runs the three examples as jobs.",
    footer = "Exit status 0 only if all jobs did what they are for.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  /** Whom root's demo runs the jobs as: an account is not needed. */
  private static final String USER_FOR_ROOT = "1050:1051";

  private static final List<Example> EXAMPLES =
      List.of(Example.RED_ROCK_SLUSHY, Example.MPI_RED_ROCK_SLUSHY, Example.TWO_CONTAINERS);

  @Override
  public Integer call() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Checkout checkout = Checkout.find();
    Progress progress = Progress.to(System.out);
    Cluster cluster = LocalWarren.up(progress);
    try (KubernetesClient client = cluster.client()) {
      ExampleSetup setup = new ExampleSetup(checkout, progress);
      for (Example example : EXAMPLES) {
        setup.install(cluster, client, example, List.of("default"));
      }
    }
    int worst = 0;
    for (Example example : EXAMPLES) {
      int status = run(checkout, example);
      System.out.printf("%s: exit status %d%n", example.name(), status);
      worst = Math.max(worst, status);
    }
    System.out.printf(
        Locale.ROOT,
        "demo: %s after %d s. The cluster stays for more; ./warren cluster down removes it.%n",
        worst == 0 ? "all jobs did what they are for" : "FAILED",
        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    return worst;
  }

  private static int run(Checkout checkout, Example example)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(checkout.root().resolve("warren").toString(), "run", "--nodes", "2"));
    if (Caller.isRoot()) {
      command.addAll(List.of("--user", USER_FOR_ROOT));
    }
    command.add(example.job(checkout).toString());
    System.out.printf("%n$ %s%n", String.join(" ", command));
    System.out.flush();
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
