package warren.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir private Path folder;

  @Test
  void eachLineSaysWhereItComesFrom() throws IOException {
    try (LogFile log = LogFile.open("rabbit-0/main", Optional.empty())) {
      log.out().write("one\n\u001b[31mtwo".getBytes(StandardCharsets.UTF_8));

      assertThat(log.lines()).containsExactly("[rabbit-0/main] one", "[rabbit-0/main] ?[31mtwo");
    }
  }

  @Test
  void aLongLogIsCutAtItsBeginning() throws IOException {
    try (LogFile log = LogFile.open("r/c", Optional.empty())) {
      log.out()
          .write(
              IntStream.rangeClosed(1, LogFile.LINES + 5)
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining("\n"))
                  .getBytes(StandardCharsets.UTF_8));

      assertThat(log.lines())
          .hasSize(LogFile.LINES + 1)
          .startsWith("[r/c] (5 lines before these; --logs DIR keeps them all)", "[r/c] 6");
    }
  }

  @Test
  void aKeptLogIsWhereTheUserWantsItAndNotWhereSomebodyElseDoes() throws IOException {
    Path file = folder.resolve("pod-main.log");
    try (LogFile log = LogFile.open("r/c", Optional.of(file))) {
      log.out().write("text".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(file).hasContent("text");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));

    assertThatThrownBy(() -> LogFile.open("r/c", Optional.of(link)))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
