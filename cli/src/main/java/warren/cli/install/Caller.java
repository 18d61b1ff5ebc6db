package warren.cli.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who runs this program. */
public final class Caller {
  private Caller() {}

  /** The effective user id of this process, as the kernel has it. */
  public static int uid() {
    return ofSelf("unix:uid");
  }

  /** The effective group id of this process. */
  public static int gid() {
    return ofSelf("unix:gid");
  }

  /** Whether it is root. */
  public static boolean isRoot() {
    return uid() == 0;
  }

  /** The ids of the other groups this process is in. */
  public static List<Long> supplementaryGroups() {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      return groups(status);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell who runs this program: /proc is not there", e);
    }
  }

  /** The ids in the lines of a process's status. */
  static List<Long> groups(Stream<String> status) {
    return status
        .filter(line -> line.startsWith("Groups:"))
        .flatMap(line -> Stream.of(line.substring("Groups:".length()).trim().split("\\s+")))
        .filter(id -> !id.isEmpty())
        .map(Long::valueOf)
        .toList();
  }

  private static int ofSelf(String attribute) {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), attribute);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell who runs this program: /proc is not there", e);
    }
  }
}
