package warren.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Job scripts as people write them, with any number of directives and of any size. */
final class Texts {
  private static final String HEAD =
      """
      #!/bin/bash
      #SBATCH --nodes=4
      #SBATCH --time=01:00:00
      """;
  private static final String BODY_LINE =
      "srun --ntasks-per-node=16 ./simulate --input \"$DW_JOB_storage_0/in\" # step\n";
  private static final int BODY_LINES = 40;

  private Texts() {}

  /** The job scripts in {@code examples/} of the checkout that {@code warren.home} names. */
  static List<byte[]> examples() {
    Path folder = Path.of(System.getProperty("warren.home", ".")).resolve("examples");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".sh"))
          .sorted()
          .map(Texts::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** A script of so many directives, all of them right, and a body of forty lines. */
  static byte[] script(int directives) {
    return text(directives, BODY_LINE.repeat(BODY_LINES));
  }

  /** A script of about so many bytes, of which a hundred lines are directives. */
  static byte[] longBody(int bytes) {
    return text(100, BODY_LINE.repeat(Math.max(1, bytes / BODY_LINE.length())));
  }

  /** A script of about so many bytes, nearly all of them in directives. */
  static byte[] allDirectives(int bytes) {
    int average = text(1000, "").length / 1000;
    return text(Math.max(1, bytes / average), "");
  }

  private static byte[] text(int directives, String body) {
    return (HEAD + String.join("\n", directives(directives)) + "\n" + body).getBytes(UTF_8);
  }

  /**
   * So many directives: storage, and what copies to and from it; where there are ten or more, the
   * last is a container.
   */
  static List<String> directives(int count) {
    return IntStream.range(0, count).mapToObj(index -> directive(index, count)).toList();
  }

  private static String directive(int index, int count) {
    int storage = index / 4;
    if (count >= 10 && index == count - 1) {
      return "#DW container name=analysis profile=red-rock-slushy"
          + " DW_JOB_input=storage-0 DW_PERSISTENT_reference=shared-0 DW_GLOBAL_home=/home/user";
    }
    return switch (index % 4) {
      case 0 -> "#DW jobdw type=lustre capacity=10GiB name=storage-%d".formatted(storage);
      case 1 ->
          "#DW copy_in source=/lus/global/user/input-%d destination=$DW_JOB_storage_%d/in"
              .formatted(storage, storage);
      case 2 -> "#DW persistentdw name=shared-%d".formatted(storage);
      default ->
          "#DW copy_out source=$DW_JOB_storage_%d/out destination=/lus/global/user/output-%d"
              .formatted(storage, storage);
    };
  }
}
