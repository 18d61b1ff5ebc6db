package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import warren.cli.install.Caller;
import warren.cli.job.Account;
import warren.cluster.Checkout;

/**
 * Runs the warren command as a user does, as a process of its own; what it prints is kept in a
 * file.
 */
final class Warren {
  /** Whom jobs run as when the tests are run by root: no account on this machine. */
  private static final int UID = 1050;

  private static final int GID = 1051;

  /** Who has an account on every Linux, and a group of its own. */
  private static final long DAEMON = 1;

  /** How long it may take to list the profiles. */
  private static final Duration WARM_UP = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;

  private Warren(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts {@code warren run} in this namespace, with these arguments. */
  static Warren run(TestNamespace namespace, String... arguments) {
    return runAt(namespace.site(), arguments);
  }

  /** Starts {@code warren run} in this namespace for a user who has an account on this machine. */
  static Warren runWithAccount(TestNamespace namespace, String... arguments) {
    List<String> command = new ArrayList<>(List.of("run", "--site", namespace.site().toString()));
    if (Caller.isRoot()) {
      command.addAll(List.of("--user", DAEMON + ":" + GID));
    }
    command.addAll(List.of(arguments));
    return start(command);
  }

  /** The account of whom {@link #runWithAccount} runs jobs for. */
  static Account account() {
    return Account.of(Caller.isRoot() ? DAEMON : Integer.toUnsignedLong(Caller.uid()))
        .orElseThrow();
  }

  /** Starts {@code warren run} with this site file and these arguments. */
  static Warren runAt(Path site, String... arguments) {
    List<String> command = new ArrayList<>(List.of("run", "--site", site.toString()));
    if (Caller.isRoot()) {
      command.addAll(List.of("--user", UID + ":" + GID));
    }
    command.addAll(List.of(arguments));
    return start(command);
  }

  /** Starts {@code warren} with these arguments and nothing else. */
  static Warren start(List<String> arguments) {
    return start(arguments, Path.of("/dev/null"));
  }

  /** Starts {@code warren} with these arguments and this file as its standard input. */
  static Warren start(List<String> arguments, Path input) {
    return start("-XX:SharedArchiveFile", arguments, input);
  }

  /**
   * Has the JVM keep what it makes of the command's classes: many tests start the command at once,
   * and it takes half of the processor time then.
   */
  static void warmUp(Path site) {
    Warren list =
        start(
            "-XX:ArchiveClassesAtExit",
            List.of(
                "profile", "list", "--site", site.toString(), "--user", jobUid() + ":" + jobGid()),
            Path.of("/dev/null"));
    assertThat(list.exitStatus(WARM_UP)).as(list.output()).isZero();
  }

  private static Warren start(String archive, List<String> arguments, Path input) {
    Path home = Checkout.find().root();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add(archive + "=" + home.resolve("system-tests/target/warren.jsa"));
    command.add("-Xlog:disable"); // of what cannot be kept
    command.add("-Dwarren.home=" + home);
    command.addAll(List.of("-cp", home + "/cli/target/*:" + home + "/cli/target/lib/*"));
    command.add("warren.cli.Main");
    command.addAll(arguments);
    try {
      Path output = Scratch.file("warren-run", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .start();
      return new Warren(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end; its exit status. */
  int exitStatus(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("warren did not end within " + patience + ":\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the job waits in a state, which it must come to. */
  void awaitWaiting(String state, Duration patience) {
    await().atMost(patience).until(() -> !isAlive() || output().contains(state + ": waiting"));
    assertThat(isAlive()).as(output()).isTrue();
  }

  /** What it has printed by now, standard error included. */
  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
  }

  /** Asks it to end, as Ctrl-C or a batch system does. */
  void terminate() {
    process.destroy();
  }

  /** The user id that the job has. */
  static int jobUid() {
    return Caller.isRoot() ? UID : Caller.uid();
  }

  /** The group id that the job has; a caller who is not root keeps his own. */
  static int jobGid() {
    return Caller.isRoot() ? GID : Caller.gid();
  }

  boolean isAlive() {
    return process.isAlive();
  }
}
