package warren.client.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A container that prints to a {@link FakeKubelet}, and what a {@link LogFollower} reads of it. */
final class FollowedLog implements AutoCloseable {
  /** The time of the first line, less a microsecond, in nanoseconds since 1970. */
  static final long BEGIN = 1_796_000_000_000_000_000L;

  /** Lines of a log that is long enough to be rotated. */
  static final int LINES = 3000;

  /** Seconds pass by so many times faster, so that nobody waits for a rotation to be noticed. */
  private static final int FASTER = 20;

  private final FakeKubelet kubelet = new FakeKubelet();
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final StringBuilder printed = new StringBuilder();
  private Optional<Instant> started = Optional.empty();
  private Optional<LogFollower> follower = Optional.empty();
  private long time = BEGIN;

  FollowedLog() throws IOException {}

  FakeKubelet kubelet() {
    return kubelet;
  }

  /** When the container is said to have started. */
  void setStarted(Instant start) {
    started = Optional.of(start);
  }

  private static InstantSource fastClock() {
    long start = System.nanoTime();
    return () -> Instant.EPOCH.plusNanos((System.nanoTime() - start) * FASTER);
  }

  private ContainerAttempt attempt(OptionalInt exitCode) {
    return new ContainerAttempt(
        "default",
        "pod",
        "u",
        Optional.of("rabbit-0"),
        "main",
        0,
        true,
        exitCode,
        started,
        "",
        Map.of());
  }

  /** Begins to read the log of a container that has ended, or runs. */
  void follow(boolean ended) {
    follow(ended, sink());
  }

  /** The same into {@code out}. */
  void follow(boolean ended, OutputStream out) {
    follower =
        Optional.of(
            LogFollower.start(
                kubelet.connection(),
                attempt(ended ? OptionalInt.of(0) : OptionalInt.empty()),
                out,
                fastClock()));
  }

  /** Keeps what is read. */
  OutputStream sink() {
    return new OutputStream() {
      @Override
      public void write(int single) {
        throw new AssertionError("one byte at a time");
      }

      @Override
      public void write(byte[] bytes, int from, int count) {
        synchronized (read) {
          read.write(bytes, from, count);
        }
      }
    };
  }

  void print(String text) {
    time += 1000;
    kubelet.print(time, text);
    printed.append(text);
  }

  /** Prints so many lines in a row; what follows comes half a second later. */
  void print(int lines) {
    for (int i = 0; i < lines; i++) {
      print("line " + i + " of many, as long as lines usually are\n");
    }
    time += 500_000_000L;
  }

  void endContainer() {
    endContainer(0);
  }

  void endContainer(int exitCode) {
    kubelet.endContainer();
    follower.orElseThrow().update(attempt(OptionalInt.of(exitCode)));
  }

  void lastCall() {
    follower.orElseThrow().lastCall();
  }

  int printedBytes() {
    return printed.length();
  }

  String read() {
    synchronized (read) {
      return read.toString(UTF_8);
    }
  }

  void awaitAllRead() {
    await().until(() -> read().length() == printed.length());
  }

  LogEnd end() {
    return follower.orElseThrow().end().orTimeout(60, TimeUnit.SECONDS).join();
  }

  void assertWhole() {
    assertThat(end()).isEqualTo(new LogEnd.Whole(printed.length()));
    assertThat(read()).isEqualTo(printed.toString());
  }

  @Override
  public void close() {
    follower.ifPresent(LogFollower::close);
    kubelet.close();
  }
}
