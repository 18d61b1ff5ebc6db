package warren.cli.run;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Optional;
import java.util.Set;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.job.JobUser;
import warren.cli.show.FileTrouble;

/**
 * The folder in which a user keeps containers' logs. When the job is another user's, that user may
 * own the folder and put something else in its place at any moment; so it is opened once, and its
 * files are made in what was opened.
 */
final class LogFolder implements Closeable {
  private static final Set<StandardOpenOption> NEW_FILE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

  /** A container may print what nobody else is to know. */
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;
  private final JobUser user;
  private final Optional<SecureDirectoryStream<Path>> opened;

  private LogFolder(Path path, JobUser user, Optional<SecureDirectoryStream<Path>> opened) {
    this.path = requireNonNull(path, "path");
    this.user = requireNonNull(user, "user");
    this.opened = requireNonNull(opened, "opened");
  }

  /**
   * Makes the folder where it is missing.
   *
   * @param user whose the files will be
   * @throws CommandException when it cannot be made or opened
   */
  static LogFolder make(Path folder, JobUser user) {
    try {
      Files.createDirectories(folder);
      return new LogFolder(
          folder, user, user.switched() ? Optional.of(openUnswapped(folder)) : Optional.empty());
    } catch (IOException failed) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "the folder " + folder + " for the logs cannot be used: " + FileTrouble.reason(failed),
          failed);
    }
  }

  /** From the root downwards, so that no link on the way can lead elsewhere. */
  private static SecureDirectoryStream<Path> openUnswapped(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath().normalize();
    try (DirectoryStream<Path> root = Files.newDirectoryStream(whole.getRoot())) {
      if (!(root instanceof SecureDirectoryStream<Path> start) || whole.getNameCount() == 0) {
        throw new IOException("it cannot be opened once and for all");
      }
      SecureDirectoryStream<Path> at = below(start, whole.getName(0));
      for (int depth = 1; depth < whole.getNameCount(); depth++) {
        try (SecureDirectoryStream<Path> parent = at) {
          at = below(parent, whole.getName(depth));
        }
      }
      return at;
    }
  }

  private static SecureDirectoryStream<Path> below(SecureDirectoryStream<Path> parent, Path name)
      throws IOException {
    try {
      return parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    } catch (FileSystemException failed) {
      if (isLink(parent, name)) {
        throw new IOException("its part " + name + " is a link; name the folder itself", failed);
      }
      throw failed;
    }
  }

  private static boolean isLink(SecureDirectoryStream<Path> parent, Path name) throws IOException {
    return parent
        .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes()
        .isSymbolicLink();
  }

  /** As the user named it. */
  Path path() {
    return path;
  }

  /**
   * Makes an empty file that belongs to the user, and that nobody else can read.
   *
   * @param name without a folder
   * @throws IOException when something of this name is there, or it cannot be made
   */
  SeekableByteChannel create(String name) throws IOException {
    if (opened.isEmpty()) {
      return FileChannel.open(path.resolve(name), NEW_FILE, OWNER_ONLY);
    }
    Path file = Path.of(name);
    SeekableByteChannel made = opened.get().newByteChannel(file, NEW_FILE, OWNER_ONLY);
    try {
      giveToUser(file);
      return made;
    } catch (IOException failed) {
      made.close();
      throw failed;
    }
  }

  private void giveToUser(Path file) throws IOException {
    UserPrincipalLookupService ids = path.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView view =
        opened
            .orElseThrow()
            .getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    view.setGroup(ids.lookupPrincipalByGroupName(Integer.toString((int) user.identity().gid())));
    view.setOwner(ids.lookupPrincipalByName(Integer.toString((int) user.identity().uid())));
  }

  @Override
  public void close() throws IOException {
    if (opened.isPresent()) {
      opened.get().close();
    }
  }
}
