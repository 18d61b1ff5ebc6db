package warren.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import warren.cli.install.Caller;

/**
 * Runs jobs of a short script beside one container, one after the other, and says what they took:
 * wall time by step, and requests to the API server. Arguments: the warren command, how many jobs,
 * and the cluster's state directory when it is not this checkout's.
 */
public final class JobBench {
  private static final String SCRIPT =
      """
      #!/bin/bash
      #DW jobdw type=gfs2 capacity=10GB name=red-rock
      #DW container name=slushy profile=red-rock-slushy DW_JOB_foo_local_storage=red-rock
      touch "$DW_JOB_red_rock/no-more-parts"
      sleep 0.4
      """;

  private record Step(String name, ToDoubleFunction<JobTrace> seconds) {
    static Step at(String mark) {
      return new Step("from start: " + mark, job -> job.at(mark).orElse(Double.NaN));
    }

    static Step between(String from, String to) {
      return new Step(from + " -> " + to, job -> job.between(from, to));
    }
  }

  private static final List<Step> STEPS =
      List.of(
          Step.at("Workflow exists"),
          Step.between("Workflow exists", "Proposal ready"),
          Step.between("Proposal ready", "Setup asked"),
          Step.between("Setup asked", "Setup ready"),
          Step.between("Setup ready", "PreRun asked"),
          Step.between("PreRun asked", "first container Ready"),
          Step.between("PreRun asked", "PreRun ready"),
          Step.between("PreRun ready", "script starts"),
          Step.at("script starts"),
          Step.at("first container Ready"),
          Step.between("script ended", "PostRun asked"),
          Step.between("container ended", "PostRun ready"),
          Step.between("PostRun asked", "PostRun ready"),
          Step.between("PostRun ready", "Teardown asked"),
          Step.between("Teardown asked", "Teardown ready"),
          Step.between("Teardown ready", "Workflow deleted"),
          Step.between("Workflow deleted", "exit"),
          Step.at("torn down"),
          Step.at("exit"));

  private JobBench() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String warren = arguments[0];
    int count = Integer.parseInt(arguments[1]);
    Optional<Path> state =
        arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
    Path folder =
        Files.createTempDirectory(
            "warren-bench",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path script = Files.writeString(folder.resolve("job.sh"), SCRIPT);
    try (BenchCluster cluster = BenchCluster.open(state)) {
      List<String> command =
          new ArrayList<>(List.of(warren, "run", "--site", cluster.siteFile().toString()));
      if (Caller.isRoot()) {
        command.addAll(List.of("--user", "1050:1051"));
      }
      command.add(script.toString());
      ClientFlowSchemas schemas = new ClientFlowSchemas(cluster);
      try (schemas) {
        measure(cluster, command, folder, count);
      }
    } finally {
      Files.delete(script);
      Files.delete(folder);
    }
  }

  private static void measure(BenchCluster cluster, List<String> command, Path folder, int count)
      throws IOException, InterruptedException {
    JobTrace.run(cluster, command, folder); // the first one warms up what is shared
    List<JobTrace> jobs = new ArrayList<>();
    List<ApiRequestCounts> requests = new ArrayList<>();
    long begin = System.nanoTime();
    for (int job = 0; job < count; job++) {
      ApiRequestCounts before = ApiRequestCounts.now(cluster);
      try {
        jobs.add(JobTrace.run(cluster, command, folder));
      } catch (IllegalStateException failed) { // told, and left out of the figures
        System.out.printf("job %d: %s%n", job + 1, failed.getMessage());
        continue;
      }
      requests.add(ApiRequestCounts.now(cluster).since(before));
      System.out.printf("job %d: %.2f s%n", job + 1, jobs.getLast().at("exit").orElseThrow());
    }
    double each = (System.nanoTime() - begin) / 1e9 / count;
    ApiRequestCounts idleBefore = ApiRequestCounts.now(cluster);
    new CountDownLatch(1).await(Math.round(each * 1000), TimeUnit.MILLISECONDS);
    ApiRequestCounts idle = ApiRequestCounts.now(cluster).since(idleBefore);

    System.out.printf("%nseconds, %d jobs%n%8s %8s %8s%n", jobs.size(), "median", "best", "worst");
    for (Step step : STEPS) {
      Figures figures = new Figures();
      jobs.forEach(job -> figures.add(step.seconds().applyAsDouble(job)));
      if (!figures.isEmpty()) {
        System.out.printf(
            "%8.2f %8.2f %8.2f  %s%n",
            figures.median(), figures.best(), figures.worst(), step.name());
      }
    }
    System.out.printf("%n%s%n", cluster.operator().text());
    print("by client (FlowSchema)", requests, idle, ApiRequestCounts::byClient);
    print("by verb and resource", requests, idle, ApiRequestCounts::byResource);
  }

  private static void print(
      String title,
      List<ApiRequestCounts> jobs,
      ApiRequestCounts idle,
      Function<ApiRequestCounts, Map<String, Double>> part) {
    Map<String, Figures> figures = new TreeMap<>();
    jobs.forEach(
        job ->
            part.apply(job)
                .forEach(
                    (key, value) -> figures.computeIfAbsent(key, k -> new Figures()).add(value)));
    Figures totals = new Figures();
    jobs.forEach(job -> totals.add(part.apply(job).values().stream().mapToDouble(v -> v).sum()));
    double idleTotal = part.apply(idle).values().stream().mapToDouble(v -> v).sum();
    System.out.printf(
        "%nrequests a job, %s%n%8s %8s %8s %8s%n", title, "median", "best", "worst", "idle");
    System.out.printf(
        "%8.1f %8.0f %8.0f %8.0f  all%n",
        totals.median(), totals.best(), totals.worst(), idleTotal);
    figures.forEach(
        (key, figure) -> {
          if (figure.worst() > 0) {
            System.out.printf(
                "%8.1f %8.0f %8.0f %8.0f  %s%n",
                figure.median(),
                figure.best(),
                figure.worst(),
                part.apply(idle).getOrDefault(key, 0.0),
                key);
          }
        });
  }
}
