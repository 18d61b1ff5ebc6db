package warren.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warren.client.logs.MpiRole;

class LogFileTest {
  @TempDir private Path folder;

  @Test
  void eachLineSaysWhereItComesFrom() throws IOException {
    try (LogFile log = LogFile.passing("rabbit-0/main", MpiRole.NONE)) {
      log.out().write("one\n\u001b[31mtwo".getBytes(StandardCharsets.UTF_8));

      assertThat(log.lines(false))
          .containsExactly("[rabbit-0/main] one", "[rabbit-0/main] ?[31mtwo");
    }
  }

  @Test
  void aLongLogIsCutAtItsBeginning() throws IOException {
    try (LogFile log = LogFile.passing("r/c", MpiRole.NONE)) {
      log.out()
          .write(
              IntStream.rangeClosed(1, LogFile.LINES + 5)
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining("\n"))
                  .getBytes(StandardCharsets.UTF_8));

      assertThat(log.lines(false))
          .hasSize(LogFile.LINES + 1)
          .startsWith("[r/c] (5 lines before these; --logs DIR keeps them all)", "[r/c] 6");
    }
  }

  @Test
  void aLogNobodyKeepsTakesOnlySoMuchOfTheDisk() throws IOException {
    byte[] line = ("x".repeat(1023) + "\n").getBytes(StandardCharsets.UTF_8);
    try (LogFile log = LogFile.passing("r/c", MpiRole.NONE)) {
      for (int written = 0; written <= LogFile.LIMIT; written += line.length) {
        log.out().write(line);
      }
      log.out().write("the last".getBytes(StandardCharsets.UTF_8));

      assertThat(log.lines(false))
          .hasSize(LogFile.LINES + 1)
          .startsWith(
              "[r/c] (%d bytes and more before these; --logs DIR keeps them all)"
                  .formatted(LogFile.LIMIT / 2))
          .endsWith("[r/c] the last");
    }
  }

  @Test
  void aKeptLogIsWholeHoweverLong() throws IOException {
    byte[] text = new byte[LogFile.LIMIT + 1];
    Path file = folder.resolve("kept");
    try (LogFile log =
        LogFile.kept(
            "r/c",
            MpiRole.NONE,
            FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE),
            Long.MAX_VALUE)) {
      log.out().write(text);
    }
    assertThat(file).hasSize(text.length);
  }

  @Test
  void theRoutineOfAWorkersServerIsShownOnlyWhenItIsAskedFor() throws IOException {
    try (LogFile log = LogFile.passing("r/worker", MpiRole.WORKER)) {
      log.out()
          .write(
              "Server listening on :: port 2222.\nCould not load host key\n"
                  .getBytes(StandardCharsets.UTF_8));

      assertThat(log.lines(false)).containsExactly("[r/worker] Could not load host key");
      assertThat(log.lines(true)).hasSize(2);
    }
  }
}
