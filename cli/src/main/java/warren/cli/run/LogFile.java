package warren.cli.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import warren.cli.show.SafeText;

/**
 * What a container prints, in a file: one the user keeps, or one without a name that goes by
 * itself.
 */
final class LogFile implements AutoCloseable {
  /** As many of the last lines as a person may read; all of them are kept by {@code --logs}. */
  static final int LINES = 200;

  private final String origin;
  private final FileChannel written;
  private final FileChannel read;

  private LogFile(String origin, FileChannel written, FileChannel read) {
    this.origin = origin;
    this.written = written;
    this.read = read;
  }

  /**
   * Opens an empty file.
   *
   * @param origin for people: {@code rabbit-0/container}
   * @param kept where the user keeps it; nothing may be there yet, so that nobody else chose where
   *     it leads
   */
  static LogFile open(String origin, Optional<Path> kept) throws IOException {
    if (kept.isPresent()) {
      FileChannel written =
          FileChannel.open(kept.get(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new LogFile(origin, written, FileChannel.open(kept.get()));
    }
    Path file = Files.createTempFile("warren-log-", "");
    try {
      FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE);
      return new LogFile(origin, written, FileChannel.open(file));
    } finally {
      Files.delete(file); // the open channels go on, and no kill can leave the file behind
    }
  }

  /** Adds to the file. */
  OutputStream out() {
    return Channels.newOutputStream(written);
  }

  /**
   * The last lines, each saying where it comes from.
   *
   * @throws IOException when the file cannot be read
   */
  List<String> lines() throws IOException {
    Deque<String> last = new ArrayDeque<>();
    long left = 0;
    read.position(0);
    // A reader of this kind shows bytes that are no UTF-8 as such instead of ending the log.
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(read), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (last.size() == LINES) {
        last.removeFirst();
        left++;
      }
      last.addLast(SafeText.line(line));
    }
    List<String> text = new ArrayList<>();
    if (left > 0) {
      text.add("[" + origin + "] (" + left + " lines before these; --logs DIR keeps them all)");
    }
    last.forEach(line -> text.add("[" + origin + "] " + line));
    return text;
  }

  @Override
  public void close() throws IOException {
    try (read) {
      written.close();
    }
  }
}
