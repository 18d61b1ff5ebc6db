package warren.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who holds a Lease: this machine's name and this process's id. */
final class Holder {
  private Holder() {}

  /** {@code host/pid}. */
  static String ofThisProcess() {
    try {
      String host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
      return host + "/" + ProcessHandle.current().pid();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
