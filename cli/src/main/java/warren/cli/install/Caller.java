package warren.cli.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  private static int ofSelf(String attribute) {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), attribute);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell who runs this program: /proc is not there", e);
    }
  }
}
