package warren.system.bench;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import warren.api.Workflow;
import warren.names.Labels;

/**
 * One call of {@code warren run} and when what was seen of it, in seconds from its start. Nothing
 * else may run in the namespace meanwhile.
 */
final class JobTrace {
  private static final String NAMESPACE = "default";
  private static final double NANOS = 1e9;

  private final Map<String, Double> marks = new ConcurrentHashMap<>();
  private final StringBuilder output = new StringBuilder();
  private volatile long start;

  private JobTrace() {}

  /**
   * Runs a job.
   *
   * @param command the whole command line of {@code warren run}
   * @throws IllegalStateException when the job fails
   */
  static JobTrace run(BenchCluster cluster, List<String> command, Path folder)
      throws IOException, InterruptedException {
    JobTrace trace = new JobTrace();
    Watch workflows =
        cluster
            .client()
            .resources(Workflow.class)
            .inNamespace(NAMESPACE)
            .watch(new Seen<>(trace::workflow));
    Watch pods =
        cluster
            .client()
            .pods()
            .inNamespace(NAMESPACE)
            .withLabel(Labels.WORKFLOW_NAME)
            .watch(new Seen<>(trace::pod));
    try (workflows;
        pods) {
      trace.start = System.nanoTime(); // now that the watches are there
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .start();
      trace.follow(process);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the job failed:\n" + trace.output);
      }
      trace.mark("exit");
      return trace;
    }
  }

  private void mark(String what) {
    marks.putIfAbsent(what, (System.nanoTime() - start) / NANOS);
  }

  private void follow(Process process) throws IOException {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (line.contains("the script starts")) {
          mark("script starts");
        } else if (line.contains("the script ended")) {
          mark("script ended");
        } else if (line.contains("torn down")) {
          mark("torn down");
        }
      }
    }
  }

  private void workflow(Watcher.Action action, Workflow workflow) {
    if (action == Watcher.Action.DELETED) {
      mark("Workflow deleted");
      return;
    }
    mark("Workflow exists");
    String desired = workflow.getSpec().desiredState();
    mark(desired + " asked");
    if (workflow.getStatus() != null
        && desired.equals(workflow.getStatus().state())
        && workflow.getStatus().isReady()) {
      mark(desired + " ready");
    }
  }

  private void pod(Watcher.Action action, Pod pod) {
    if (action == Watcher.Action.ADDED) {
      mark("first pod exists");
    }
    if (pod.getStatus().getConditions().stream().anyMatch(JobTrace::isReady)) {
      mark("first container Ready");
    }
    if (pod.getStatus().getContainerStatuses().stream()
        .anyMatch(status -> status.getState().getTerminated() != null)) {
      mark("container ended");
    }
  }

  private static boolean isReady(PodCondition condition) {
    return "Ready".equals(condition.getType()) && "True".equals(condition.getStatus());
  }

  /** When it was seen first; empty when never. */
  OptionalDouble at(String mark) {
    return marks.containsKey(mark) ? OptionalDouble.of(marks.get(mark)) : OptionalDouble.empty();
  }

  /** From one to the other, in seconds; not a number when one of them was not seen. */
  double between(String from, String to) {
    return at(to).orElse(Double.NaN) - at(from).orElse(Double.NaN);
  }

  private record Seen<T>(BiConsumer<Watcher.Action, T> consumer) implements Watcher<T> {
    @Override
    public void eventReceived(Action action, T object) {
      consumer.accept(action, object);
    }

    @Override
    public void onClose(WatcherException cause) {
      System.err.println("the watch has ended: " + cause.getMessage());
    }
  }
}
