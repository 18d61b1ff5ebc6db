package warren.client.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a kubelet does to a log, the log is whole, or is said not to be. */
class LogFollowerTest {
  private static final int LINES = FollowedLog.LINES;

  private FollowedLog log;
  private FakeKubelet kubelet;

  @BeforeEach
  void start() throws IOException {
    log = new FollowedLog();
    kubelet = log.kubelet();
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void aShortLogCostsTwoRequests() {
    log.print("one\n");
    log.follow(false);
    log.awaitAllRead();
    log.print("two without an end");
    log.endContainer();

    log.assertWhole();
    assertThat(kubelet.requests())
        .containsExactly(
            "container=main&timestamps=true&follow=true",
            "container=main&timestamps=true&sinceTime=" + LogStamp.secondOf(FollowedLog.BEGIN));
  }

  @Test
  void theLogOfAContainerThatHasEndedIsReadOnce() {
    log.print("one\n");
    kubelet.endContainer();
    log.follow(true);

    log.assertWhole();
    assertThat(kubelet.requests()).containsExactly("container=main&timestamps=true");
  }

  @Test
  void theEndOfAFollowedReadIsNotTheEndOfTheLog() {
    kubelet.breakAfter(1000);
    log.print(200);
    log.follow(false);
    await().until(() -> kubelet.requests().size() > 3);
    log.endContainer();

    log.assertWhole();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rotationsLoseNothingWhetherTheFollowedReadComesToTheNextFileOrNot(boolean comes) {
    kubelet.comesToNextFile(comes);
    log.follow(false);
    for (int file = 0; file < 4; file++) {
      if (file > 0) {
        kubelet.rotate();
      }
      log.print(LINES);
      log.awaitAllRead();
    }
    log.endContainer();

    log.assertWhole();
  }

  /** Whoever writes slowly finds each file still open, though three have come and gone. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReaderThatIsFilesBehindMissesNone(boolean comes) {
    kubelet.comesToNextFile(comes);
    CountDownLatch goesOn = new CountDownLatch(1);
    OutputStream sink = log.sink();
    log.follow(
        false,
        new OutputStream() {
          private long written;

          @Override
          public void write(int single) {
            throw new AssertionError("one byte at a time");
          }

          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            sink.write(bytes, from, count);
            written += count;
            if (written > 100_000) {
              awaitGoingOn(goesOn);
            }
          }
        });
    log.print(LINES);
    await().until(() -> log.read().length() > 100_000);
    for (int file = 0; file < 3; file++) {
      int before = looks();
      kubelet.rotate();
      log.print(LINES);
      await().until(() -> looks() > before + 1);
    }
    goesOn.countDown();
    log.endContainer();

    log.assertWhole();
  }

  private static void awaitGoingOn(CountDownLatch goesOn) throws IOException {
    try {
      if (!goesOn.await(60, TimeUnit.SECONDS)) {
        throw new IOException("the test has not gone on");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private int looks() {
    return (int) kubelet.requests().stream().filter(query -> query.contains("limit")).count();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLineThatARotationCutsIsOneLine(boolean comes) {
    kubelet.comesToNextFile(comes);
    log.follow(false);
    log.print(LINES);
    log.awaitAllRead();
    log.print("the begin of a line, ");
    kubelet.rotate();
    log.print("and its end\n");
    log.print(LINES);
    log.awaitAllRead();
    log.endContainer();

    log.assertWhole();
  }

  @Test
  void aFastContainerThatWasReadTooLateMayLackItsBeginning() {
    log.setStarted(LogStamp.secondOf(FollowedLog.BEGIN).minusSeconds(60));
    log.print(LINES);
    log.follow(false);
    log.awaitAllRead();
    log.endContainer();

    assertThat(log.end())
        .isEqualTo(
            new LogEnd.Incomplete(
                log.printedBytes(),
                "its beginning may be missing: the container wrote so fast that the node may have"
                    + " rotated the log before it could be read; an administrator can raise"
                    + " containerLogMaxSize there"));
  }

  /** 8,192 bytes: two whole writes of a program, and the rest was lost. */
  @Test
  void aLogThatIsCutBetweenTwoWritesIsSuspected() {
    log.print("x".repeat(5000) + "\n");
    log.print("x".repeat(3191));
    log.follow(false);
    log.awaitAllRead();
    log.endContainer();

    assertThat(log.end())
        .isEqualTo(
            new LogEnd.Incomplete(
                8192,
                "its last line has no end; unless the program prints so, the container runtime has"
                    + " lost what the program printed last"));
  }

  /** A program that is killed has not printed the rest of its last line. */
  @ParameterizedTest
  @CsvSource({"3191, 143", "3192, 0"})
  void whoPrintsALineWithoutAnEndIsNotSuspected(int lastLine, int exitCode) {
    log.print("x".repeat(5000) + "\n");
    log.print("x".repeat(lastLine));
    log.follow(false);
    log.awaitAllRead();
    log.endContainer(exitCode);

    log.assertWhole();
  }

  @Test
  void aSlowContainerIsNotSuspected() {
    log.setStarted(LogStamp.secondOf(FollowedLog.BEGIN).minusSeconds(60));
    log.print(100);
    log.follow(false);
    log.awaitAllRead();
    log.endContainer();

    log.assertWhole();
  }

  @Test
  void aContainerThatRunsOnHasItsLastWordsIn() {
    log.print("one\n");
    log.follow(false);
    log.lastCall();

    assertThat(log.end()).isEqualTo(new LogEnd.Unfinished(4));
    assertThat(log.read()).isEqualTo("one\n");
  }

  @Test
  void aLogThatIsGoneIsSaid() {
    kubelet.answerWith(404);
    log.follow(false);

    assertThat(log.end())
        .isEqualTo(new LogEnd.Incomplete(0, "the cluster has no such log (status 404)"));
  }

  @Test
  void aClusterThatFailsIsAskedAgainAndGivenUpInTheEnd() {
    kubelet.answerWith(503);
    log.follow(false);
    await().until(() -> kubelet.requests().size() > 2);
    log.endContainer();

    assertThat(log.end())
        .isEqualTo(new LogEnd.Incomplete(0, "the cluster answered with status 503"));
  }

  @Test
  void aDiskThatIsFullIsSaid() {
    log.print("one\n");
    log.follow(
        false,
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException("no space left on device");
          }
        });

    assertThat(log.end())
        .isEqualTo(
            new LogEnd.Incomplete(4, "the rest could not be written: no space left on device"));
  }
}
