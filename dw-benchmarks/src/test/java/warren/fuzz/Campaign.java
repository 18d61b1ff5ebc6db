package warren.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run of the fuzzer over all targets, each in a JVM of its own and one after the other: jazzer
 * can fuzz one test a JVM.
 *
 * @param executions in all
 * @param seconds after which it ends if the executions are not done by then
 * @param seed of the fuzzer's random numbers; with the corpus it begins with, it decides about all
 *     inputs
 * @param folder where logs, the inputs that reached something new, and those that failed are left
 */
record Campaign(int executions, int seconds, long seed, Path folder) {
  /** The seed where none is asked for. */
  static final long SEED = 20261121;

  /** How it went with one target; the log ends with the failing input where one was found. */
  record Outcome(Target target, int exitCode, Path log) {
    boolean isClean() {
      return exitCode == 0;
    }

    /** The log's lines that say what was done and found, without the fuzzer's progress. */
    String story() {
      try (Stream<String> lines = Files.lines(log)) {
        return String.join("\n", lines.filter(Outcome::isTold).toList());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + log, e);
      }
    }

    private static boolean isTold(String line) {
      return !line.matches("#\\d+\\s+(NEW|REDUCE|pulse).*|\\s+ID: .*|WARNING: .*|.*# Uses: .*")
          && !line.matches("INFO: (Loaded \\d+ hooks|Instrumented|New number of|Creating|using).*");
    }
  }

  List<Outcome> run() throws IOException, InterruptedException {
    Map<Target, Process> fuzzers = new LinkedHashMap<>();
    for (Target target : Target.ALL) {
      fuzzers.put(target, start(target));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Map.Entry<Target, Process> fuzzer : fuzzers.entrySet()) {
      int exitCode = fuzzer.getValue().waitFor();
      outcomes.add(new Outcome(fuzzer.getKey(), exitCode, log(fuzzer.getKey())));
    }
    return List.copyOf(outcomes);
  }

  private Path log(Target target) {
    return folder.resolve(target.name()).resolve("log.txt");
  }

  private Process start(Target target) throws IOException {
    Path place = folder.resolve(target.name());
    Path corpus = Files.createDirectories(place.resolve("corpus"));
    return new ProcessBuilder(command(target, corpus))
        .directory(place.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log(target).toFile())
        .start();
  }

  private List<String> command(Target target, Path corpus) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+EnableDynamicAgentLoading",
        "-XX:+UseSerialGC",
        "-Xmx1g",
        "-Djdk.attach.allowAttachSelf=true",
        "-cp",
        absoluteClassPath(),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target.test().getName(),
        "--instrumentation_includes=warren.dw.**",
        "-seed=" + seed,
        "-runs=" + Math.max(1, (long) executions * target.share() / 1000),
        "-max_total_time=" + seconds,
        "-max_len=500",
        "-timeout=60",
        "-rss_limit_mb=0",
        "-print_final_stats=1",
        corpus.toAbsolutePath().toString());
  }

  private static String absoluteClassPath() {
    String separator = System.getProperty("path.separator");
    return String.join(
        separator,
        Stream.of(System.getProperty("java.class.path").split(separator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  /** Takes the executions, and optionally the seed; fails where an input did. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
    Campaign campaign =
        new Campaign(Integer.parseInt(arguments[0]), 86_400, seed, Path.of("target", "fuzz"));
    boolean clean = true;
    for (Outcome outcome : campaign.run()) {
      System.out.println("== " + outcome.target().name() + ", exit code " + outcome.exitCode());
      System.out.println(outcome.story());
      clean &= outcome.isClean();
    }
    System.exit(clean ? 0 : 1);
  }
}
