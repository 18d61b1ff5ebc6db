package warren.client.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCursorTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LogCursor cursor = new LogCursor(written);

  private boolean read(String text) throws IOException {
    return read(false, text);
  }

  private boolean read(boolean newFile, String text) throws IOException {
    cursor.begin(newFile);
    byte[] bytes = text.getBytes(UTF_8);
    return cursor.take(bytes, bytes.length, time -> false);
  }

  private String log() {
    return written.toString(UTF_8);
  }

  @Test
  void theTimesAreLeftOut() throws IOException {
    read("2026-11-30T13:00:00.000000001Z one two\n2026-11-30T14:00:00.5+01:00 \n");

    assertThat(log()).isEqualTo("one two\n\n");
    assertThat(cursor.bytes()).isEqualTo(9);
    assertThat(cursor.since()).contains(Instant.parse("2026-11-30T13:00:00Z"));
  }

  @Test
  void aLineThatBrokeOffGoesOnWhereItBroke() throws IOException {
    read("2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.2Z tw");
    read("2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.2Z two\n2026-11-30T13:00:00.3Z three");

    assertThat(log()).isEqualTo("one\ntwo\nthree");
  }

  @Test
  void aTimeThatBrokeOffIsNoText() throws IOException {
    read("2026-11-30T13:00:00.1Z one\n2026-11-30T13:00");
    read("2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.2Z two\n");

    assertThat(log()).isEqualTo("one\ntwo\n");
  }

  /** Two bytes of 58,000,000 were lost without this. */
  @Test
  void theRestOfALineInANewFileMayHaveAnEarlierTimeThanItsBegin() throws IOException {
    read("2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.3Z tw");
    read(true, "2026-11-30T13:00:00.2Z o\n2026-11-30T13:00:00.25Z three\n");

    assertThat(log()).isEqualTo("one\ntwo\nthree\n");
  }

  /** A read that came to the file by itself has written the rest, which had no time there. */
  @Test
  void theRestOfALineIsWrittenOnce() throws IOException {
    read("2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.3Z two\n");
    read("2026-11-30T13:00:00.2Z o\n2026-11-30T13:00:00.4Z three\n");

    assertThat(log()).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void linesOfOneTimeAreCounted() throws IOException {
    read("2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.1Z one\n");
    read("2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.1Z one\n");

    assertThat(log()).isEqualTo("one\none\none\n");
  }

  @Test
  void standardErrorThatIsATrifleEarlierIsNotLost() throws IOException {
    read("2026-11-30T13:00:00.200Z out\n");
    read("2026-11-30T13:00:00.200Z out\n2026-11-30T13:00:00.199Z err\n");

    assertThat(log()).isEqualTo("out\nerr\n");
  }

  @Test
  void theRestOfALongLineBeforeTheSecondThatIsReadAgainIsKnown() throws IOException {
    read("2026-11-30T13:00:00.9Z long line\n2026-11-30T13:00:01.1Z one\n");
    read("line\n2026-11-30T13:00:01.1Z one\n2026-11-30T13:00:01.2Z two\n");

    assertThat(log()).isEqualTo("long line\none\ntwo\n");
  }

  @Test
  void aLineThatARotationHasCutIsOneLine() throws IOException {
    read("2026-11-30T13:00:00.1Z begin and ");
    read("2026-11-30T13:00:00.2Z end\n2026-11-30T13:00:00.3Z next\n");

    assertThat(log()).isEqualTo("begin and end\nnext\n");
  }

  @Test
  void aCutLineThatWasReadWholeIsNotReadAgain() throws IOException {
    read("2026-11-30T13:00:00.1Z begin and end\n2026-11-30T13:00:00.3Z next\n");
    read("2026-11-30T13:00:00.2Z end\n2026-11-30T13:00:00.3Z next\n2026-11-30T13:00:01.4Z last\n");

    assertThat(log()).isEqualTo("begin and end\nnext\nlast\n");
  }

  @Test
  void theKubeletsOwnErrorIsNotTheContainersText() {
    assertThatThrownBy(
            () -> read("2026-11-30T13:00:00.1Z one\nfailed to create fsnotify watcher: too many\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the kubelet reports: failed to create");
    assertThat(log()).isEqualTo("one\n");
  }

  @Test
  void aLogThatCannotBeWrittenIsNoBrokenRead() {
    LogCursor full =
        new LogCursor(
            new OutputStream() {
              @Override
              public void write(int single) throws IOException {
                throw new IOException("no space left");
              }
            });
    byte[] text = "2026-11-30T13:00:00.1Z one\n".getBytes(UTF_8);

    assertThatThrownBy(() -> full.take(text, text.length, time -> false))
        .isInstanceOf(LogSinkException.class)
        .hasMessage("no space left");
  }

  @Test
  void aReadEndsBeforeTheLineThatAnotherReadBeginsWith() throws IOException {
    byte[] text = "2026-11-30T13:00:00.1Z one\n2026-11-30T13:00:00.2Z two\n".getBytes(UTF_8);
    LogHead next = LogHead.of("2026-11-30T13:00:00.2Z two\n".getBytes(UTF_8)).orElseThrow();

    assertThat(cursor.hasReached(next)).isFalse();
    assertThat(cursor.take(text, text.length, next::has)).isFalse();
    assertThat(log()).isEqualTo("one\n");
  }

  @Test
  void aHeadIsTwoTimes() {
    assertThat(LogHead.of("".getBytes(UTF_8))).isEmpty();
    assertThat(LogHead.of("2026-11-30T13:00:00.1Z".getBytes(UTF_8))).isEmpty();
    assertThat(LogHead.of("1970-01-01T00:00:00.1Z a\n1970-01-01T00:00:01Z b".getBytes(UTF_8)))
        .contains(new LogHead(100_000_000, OptionalLong.of(1_000_000_000)));
    assertThat(LogHead.of("1970-01-01T00:00:00.1Z a b c".getBytes(UTF_8)))
        .contains(new LogHead(100_000_000, OptionalLong.empty()));
  }

  /**
   * Reads begin at the cursor's second, in this file or the one after a rotation, and break off.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverBreaksOffTheLogIsWholeInTheEnd(long seed) throws IOException {
    Random random = new Random(seed);
    List<Long> times = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    long time = 1_796_000_000_000_000_000L;
    for (int i = 0; i < 5000; i++) {
      time += 1 + random.nextLong(random.nextInt(20) == 0 ? 900_000_000L : 100_000L);
      times.add(time);
      lines.add("x ".repeat(random.nextInt(30)) + i + "\n");
    }
    int rotated = 0;
    int reached = 0;
    while (reached < lines.size()) {
      if (random.nextInt(4) == 0) {
        rotated = reached; // what is older is in a file that nobody can read any more
      }
      long from = cursor.since().map(Instant::getEpochSecond).orElse(0L) * 1_000_000_000L;
      StringBuilder text = new StringBuilder();
      for (int i = rotated; i < lines.size(); i++) {
        if (times.get(i) >= from) {
          text.append(stamp(times.get(i))).append(' ').append(lines.get(i));
        }
      }
      byte[] bytes = text.toString().getBytes(UTF_8);
      int end = random.nextInt(5) == 0 ? bytes.length : random.nextInt(bytes.length / 3 + 1);
      cursor.begin(false);
      cursor.take(bytes, end, line -> false);
      String wholeLines = log().substring(0, log().lastIndexOf('\n') + 1);
      reached = (int) wholeLines.chars().filter(c -> c == '\n').count();
    }
    assertThat(log()).isEqualTo(String.join("", lines));
  }

  private static String stamp(long nanos) {
    return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L).toString();
  }
}
