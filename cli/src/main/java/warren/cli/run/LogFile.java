package warren.cli.run;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import warren.cli.show.SafeText;
import warren.cli.show.SshServerLines;
import warren.client.logs.MpiRole;

/**
 * What a container prints, in a file: one the user keeps, or one without a name that goes by itself
 * and holds only so much.
 */
final class LogFile implements Closeable {
  /** As many of the last lines as a person may read; all of them are kept by {@code --logs}. */
  static final int LINES = 200;

  /** In bytes: what a log may take of a disk that is nobody's own, for {@link #LINES} lines. */
  static final int LIMIT = 10 << 20;

  private final String origin;
  private final MpiRole role;
  private final SeekableByteChannel file;
  private final boolean passing;
  private final long limit;
  private long cut;
  private long leftOut;

  private LogFile(
      String origin, MpiRole role, SeekableByteChannel file, boolean passing, long limit) {
    this.origin = requireNonNull(origin, "origin");
    this.role = requireNonNull(role, "role");
    this.file = requireNonNull(file, "file");
    this.passing = passing;
    this.limit = limit;
  }

  /**
   * A log the user keeps.
   *
   * @param origin for people: {@code rabbit-0/container}
   * @param file empty; closed with this
   * @param limit in bytes; what comes after them is counted and left out
   */
  static LogFile kept(String origin, MpiRole role, SeekableByteChannel file, long limit) {
    return new LogFile(origin, role, file, false, limit);
  }

  /**
   * A log that goes when it is closed; beyond {@link #LIMIT} it loses its beginning.
   *
   * @param origin for people: {@code rabbit-0/container}
   */
  static LogFile passing(String origin, MpiRole role) throws IOException {
    Path file = Files.createTempFile("warren-log-", "");
    try {
      return new LogFile(
          origin,
          role,
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE),
          true,
          LIMIT);
    } finally {
      Files.delete(file); // the open channel goes on, and no kill can leave the file behind
    }
  }

  /** Adds to the file. */
  OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        add(ByteBuffer.wrap(new byte[] {(byte) single}));
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        add(ByteBuffer.wrap(bytes, from, count));
      }
    };
  }

  private synchronized void add(ByteBuffer bytes) throws IOException {
    long room = limit - file.size();
    if (passing && bytes.remaining() > room) {
      keepLastHalf();
    } else if (bytes.remaining() > room) {
      leftOut += bytes.remaining() - room;
      bytes.limit(bytes.position() + (int) room);
    }
    file.position(file.size());
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  private void keepLastHalf() throws IOException {
    ByteBuffer last = ByteBuffer.allocate((int) Math.min(file.size(), LIMIT / 2));
    cut += file.size() - last.capacity();
    file.position(file.size() - last.capacity());
    int count = 0;
    while (last.hasRemaining() && count >= 0) {
      count = file.read(last);
    }
    last.flip();
    file.truncate(0);
    while (last.hasRemaining()) {
      file.write(last);
    }
  }

  /** How many bytes at the log's end are not kept, because the log is longer than its limit. */
  synchronized long leftOut() {
    return leftOut;
  }

  /**
   * The last lines, each saying where it comes from.
   *
   * @param verbose whether lines are shown in which an MPI worker's SSH server reports its routine
   * @throws IOException when the file cannot be read
   */
  synchronized List<String> lines(boolean verbose) throws IOException {
    Deque<String> last = new ArrayDeque<>();
    long left = 0;
    file.position(0);
    // A reader of this kind shows bytes that are no UTF-8 as such instead of ending the log.
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(file), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!verbose && SshServerLines.contain(role, line)) {
        continue;
      }
      if (last.size() == LINES) {
        last.removeFirst();
        left++;
      }
      last.addLast(SafeText.line(line));
    }
    List<String> text = new ArrayList<>();
    if (cut > 0) {
      text.add(
          "[" + origin + "] (" + cut + " bytes and more before these; --logs DIR keeps them all)");
    } else if (left > 0) {
      text.add("[" + origin + "] (" + left + " lines before these; --logs DIR keeps them all)");
    }
    last.forEach(line -> text.add("[" + origin + "] " + line));
    return text;
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
