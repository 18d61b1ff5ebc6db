package warren.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of this machine that holds everything of one cluster. Jobs of other users pass through
 * it to their storage, hence others may enter folders on the way but not list them; what is secret
 * lies in files of their own mode.
 *
 * @param base holds the folders and locks of all clusters
 * @param name of the cluster
 */
record StateDirectory(Path base, ClusterName name) {
  private static final Pattern LOCK = Pattern.compile("^\\.(.*)\\.lock$");
  private static final String PASS_THROUGH = "rwx--x--x";
  private static final String READABLE = "rwxr-xr-x";
  private static final String SECRET = "rw-------";

  /**
   * Where this user's clusters are: {@code /var/lib/warren} for root, else below {@code
   * XDG_DATA_HOME}.
   */
  static StateDirectory of(ClusterName name) {
    return new StateDirectory(
        base(
            isRoot(),
            Optional.ofNullable(System.getenv("XDG_DATA_HOME")),
            Path.of(System.getProperty("user.home"))),
        name);
  }

  static Path base(boolean root, Optional<String> xdgDataHome, Path home) {
    if (root) {
      return Path.of("/var/lib/warren");
    }
    return xdgDataHome
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> home.resolve(".local/share"))
        .resolve("warren");
  }

  Path path() {
    return base.resolve(name.value());
  }

  Path lockFile() {
    return base.resolve("." + name.value() + ".lock");
  }

  StorageFolders storage() {
    return StorageFolders.below(path().resolve("storage"));
  }

  Path kubeconfig() {
    return path().resolve("kubeconfig.yaml");
  }

  /** Exists once the cluster was completely up, and says of which images it is. */
  Path completed() {
    return path().resolve("completed");
  }

  /** Which images were given to which nodes. */
  Path loaded() {
    return path().resolve("loaded-images");
  }

  private Path password() {
    return path().resolve("registry-password");
  }

  boolean exists() {
    return Files.isDirectory(path());
  }

  /** Makes the folders. */
  void create() {
    try {
      Files.createDirectories(base);
      makeFolder(path(), PASS_THROUGH);
      makeFolder(path().resolve("storage"), PASS_THROUGH);
      makeFolder(storage().shared(), READABLE);
      for (Path local : storage().local()) {
        makeFolder(local, READABLE);
      }
    } catch (IOException e) {
      throw new ClusterException("Could not make " + path() + ": " + e.getMessage() + ".", e);
    }
  }

  void writeKubeconfig(String yaml) {
    writeSecret(kubeconfig(), yaml);
  }

  String readKubeconfig() {
    return read(kubeconfig());
  }

  void writePassword(String password) {
    writeSecret(password(), password);
  }

  String readPassword() {
    return read(password());
  }

  void writeCompleted(String text) {
    writeSecret(completed(), text);
  }

  /** Leaves nothing behind when this was the last cluster. */
  void removeEmptyBase() {
    try (Stream<Path> left = Files.list(base)) {
      if (left.findAny().isEmpty()) {
        Files.delete(base);
      }
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      return; // another cluster is just coming, or has just gone
    } catch (IOException e) {
      throw new ClusterException("Could not remove " + base + ": " + e.getMessage() + ".", e);
    }
  }

  /** The clusters whose names begin so and of which a folder or a lock is there. */
  static List<ClusterName> beginningWith(Path base, String prefix) {
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(base)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .map(entry -> LOCK.matcher(entry).replaceFirst("$1"))
          .filter(entry -> entry.startsWith(prefix))
          .distinct()
          .map(ClusterName::new)
          .toList();
    } catch (IOException e) {
      throw new ClusterException("Could not read " + base + ": " + e.getMessage() + ".", e);
    }
  }

  static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException("/proc is not there", e);
    }
  }

  private static void makeFolder(Path folder, String mode) throws IOException {
    Files.createDirectories(folder);
    // Set afterwards, for the caller's umask takes bits from what is asked at creation.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ClusterException(
          "Could not read "
              + file
              + ": "
              + e.getMessage()
              + ". Start the cluster anew (cluster down, cluster up).",
          e);
    }
  }

  /** Never readable by others, and never half written. */
  private static void writeSecret(Path file, String text) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(SECRET)));
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ClusterException("Could not write " + file + ": " + e.getMessage() + ".", e);
    }
  }
}
