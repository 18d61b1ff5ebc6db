package warren.system.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import warren.dw.WorkflowState;

/**
 * Drives many empty Workflows through their lives together, and says how many states a second the
 * operator reaches and what that takes of its memory and processor. Arguments: how many Workflows,
 * how many seconds they rest in Proposal, and the cluster's state directory when it is not this
 * checkout's.
 */
public final class LoadBench {
  /** Until the kubelet has measured anew. */
  private static final int SETTLED = 30;

  private LoadBench() {}

  /** See the class. */
  public static void main(String[] arguments) throws InterruptedException {
    int count = Integer.parseInt(arguments[0]);
    int rest = Integer.parseInt(arguments[1]);
    Optional<Path> state =
        arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
    try (BenchCluster cluster = BenchCluster.open(state);
        WorkflowLoad load = new WorkflowLoad(cluster, count)) {
      System.out.println("before: " + cluster.operator().text());
      BenchCluster.OperatorUse before = cluster.operator();
      long start = System.nanoTime();
      load.create();
      System.out.printf("%d created after %.1f s%n", count, seconds(start));
      load.await(WorkflowState.PROPOSAL);
      double proposal = seconds(start);
      System.out.printf(
          "Proposal ready after %.1f s: %.1f states a second%n", proposal, count / proposal);
      if (rest > 0) {
        sleep(Math.max(rest, SETTLED));
        System.out.println("at rest in Proposal: " + cluster.operator().text());
      }
      long onward = System.nanoTime();
      load.goOn();
      load.await(WorkflowState.TEARDOWN);
      double life = proposal + seconds(onward);
      int states = count * WorkflowState.values().length;
      System.out.printf(
          "Teardown ready after %.1f s of work: %.1f states a second%n", life, states / life);
      load.delete();
      load.awaitGone();
      double whole = proposal + seconds(onward);
      System.out.printf(
          "gone after %.1f s of work: %.1f states a second, deletion included%n",
          whole, states / whole);
      BenchCluster.OperatorUse after = cluster.operator();
      System.out.println("at the end: " + after.text());
      sleep(SETTLED);
      BenchCluster.OperatorUse settled = cluster.operator();
      System.out.println("settled: " + settled.text());
      System.out.printf(
          "processor time of the operator: %.1f ms a state%n",
          (settled.processorSeconds() - before.processorSeconds()) * 1000 / states);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void sleep(int seconds) throws InterruptedException {
    new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
  }
}
