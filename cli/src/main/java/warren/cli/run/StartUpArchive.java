package warren.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The archive of classes that makes later runs start faster. The launcher has the JVM write one
 * when this process ends; only a run that has driven a workflow knows all classes that count, so
 * only such a run makes its archive the one to use.
 */
final class StartUpArchive {
  /** The system property that names the archive to use; the JVM writes one of the name + .new. */
  static final String PROPERTY = "warren.run.archive";

  private StartUpArchive() {}

  /**
   * Makes the archive that the JVM writes at its end the one to use.
   *
   * @param archive where the launcher looks for it; empty when the launcher wants none
   */
  static void keep(Optional<Path> archive) {
    archive.ifPresent(
        path -> {
          try {
            Files.createSymbolicLink(path, Path.of(path.getFileName() + ".new"));
          } catch (IOException ignored) {
            // Another run was first, or may write where this one may not: later runs start slower,
            // and that is all.
          }
        });
  }

  /** What the launcher asked for. */
  static Optional<Path> asked() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  }
}
