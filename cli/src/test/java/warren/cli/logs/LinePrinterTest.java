package warren.cli.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePrinterTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void linesAreHandedOnWhenTheyAreWhole() throws IOException {
    try (LinePrinter printer = new LinePrinter(lines::add)) {
      printer.write("one\nt".getBytes(UTF_8));
      assertThat(lines).containsExactly("one");
      printer.write("wo\n\nthree".getBytes(UTF_8));
    }
    assertThat(lines).containsExactly("one", "two", "", "three");
  }

  @Test
  void anEndlessLineComesInPieces() throws IOException {
    try (LinePrinter printer = new LinePrinter(lines::add)) {
      printer.write(new byte[2 * LinePrinter.LONGEST]);
    }
    assertThat(lines).hasSize(2);
  }
}
