package warren.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Job scripts that tests write. */
final class Script {
  private static final String STORAGE = "#DW jobdw type=gfs2 capacity=1GB name=scratch\n";

  private Script() {}

  /** A script with these directive lines and this body, in a file of its own. */
  static String of(String directives, String body) {
    try {
      Path file = Scratch.file("job", ".sh");
      Files.writeString(file, "#!/bin/bash\n" + directives.stripTrailing() + "\n" + body + "\n");
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A script whose container is this profile's, with the storage that the examples' profiles want.
   */
  static String withProfile(String profile, String body) {
    return of(
        STORAGE
            + "#DW container name=slushy profile="
            + profile
            + " DW_JOB_foo_local_storage=scratch",
        body);
  }
}
