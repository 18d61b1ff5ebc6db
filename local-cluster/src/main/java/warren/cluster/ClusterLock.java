package warren.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** The right to change one cluster. The kernel gives it back when its holder dies. */
final class ClusterLock implements AutoCloseable {
  /** Lengths below this, in bytes: a file of one block, for only its last byte is written. */
  private static final long SPARSE = 1L << 20;

  /** Who could open the file could hold the lock, even for reading. */
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /**
   * Threads of this process must not even open a file that another one has locked, see {@link
   * #isStill}.
   */
  private static final Map<Path, Semaphore> HERE = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;

  private ClusterLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** How a file is locked: empty when another process has it and this one will not wait. */
  private interface Locking {
    Optional<FileLock> lock(FileChannel channel) throws IOException;
  }

  /** Waits until nobody else holds it; tells once when it has to wait. */
  static ClusterLock acquire(Path file, Runnable waiting) {
    Optional<ClusterLock> atOnce = tryAcquire(file);
    if (atOnce.isPresent()) {
      return atOnce.get();
    }
    waiting.run();
    enter(file);
    Optional<ClusterLock> lock = Optional.empty();
    while (lock.isEmpty()) { // again when its holder removed the file
      lock = lockOrLeave(file, channel -> Optional.of(channel.lock()));
      if (lock.isEmpty()) {
        enter(file);
      }
    }
    return lock.get();
  }

  /** Empty when somebody holds it, in this process or in another one. */
  static Optional<ClusterLock> tryAcquire(Path file) {
    return here(file).tryAcquire()
        ? lockOrLeave(file, channel -> Optional.ofNullable(channel.tryLock()))
        : Optional.empty();
  }

  /** Removes the file, too: to be used when the cluster is gone. */
  void closeAndForget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ClusterException("Could not remove " + file + ": " + e.getMessage() + ".", e);
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new ClusterException(
          "Could not give back the lock " + file + ": " + e.getMessage() + ".", e);
    } finally {
      here(file).release();
    }
  }

  private static Semaphore here(Path file) {
    return HERE.computeIfAbsent(file, path -> new Semaphore(1));
  }

  private static void enter(Path file) {
    try {
      here(file).acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(
          "Interrupted while waiting for another call that changes the cluster.", e);
    }
  }

  private static Optional<ClusterLock> lockOrLeave(Path file, Locking locking) {
    Optional<ClusterLock> lock = Optional.empty();
    try {
      Files.createDirectories(file.getParent());
      lock = lock(file, locking);
      return lock;
    } catch (IOException e) {
      throw new ClusterException(
          "Could not lock " + file + " (" + e.getMessage() + "). Is that folder yours to write?",
          e);
    } finally {
      if (lock.isEmpty()) {
        here(file).release();
      }
    }
  }

  private static Optional<ClusterLock> lock(Path file, Locking locking) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    boolean kept = false;
    try {
      kept = locking.lock(channel).isPresent() && isStill(file, channel);
      if (kept) {
        Files.setPosixFilePermissions(file, OWNER_ONLY); // it may be older than this rule
      }
      return kept ? Optional.of(new ClusterLock(file, channel)) : Optional.empty();
    } finally {
      if (!kept) {
        channel.close();
      }
    }
  }

  /**
   * The former holder may have removed the file between opening and locking; a lock on it would
   * guard nothing. So the file gets a random length by the channel, which its name must show.
   * (Reading it by its name would not do: to close any channel of a file gives back all locks that
   * the process has on it.)
   */
  private static boolean isStill(Path file, FileChannel channel) throws IOException {
    long length = ThreadLocalRandom.current().nextLong(1, SPARSE);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(new byte[] {'\n'}), length - 1);
    try {
      return Files.size(file) == length;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
