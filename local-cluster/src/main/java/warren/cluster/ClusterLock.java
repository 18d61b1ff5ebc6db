package warren.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The right to change one cluster. The kernel gives it back when its holder dies. */
final class ClusterLock implements AutoCloseable {
  private static final long RETRY_MILLIS = 100;

  /** Lengths below this cost no space: only the last byte is written. */
  private static final long SPARSE = 1L << 30;

  /**
   * Threads of this process must not even open a file that another one has locked, see {@link
   * #isStill}.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ClusterLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Waits until nobody else holds it; tells once when it has to wait. */
  static ClusterLock acquire(Path file, Runnable waiting) {
    boolean told = false;
    while (true) {
      Optional<ClusterLock> lock = tryAcquire(file);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (!told) {
        waiting.run();
        told = true;
      }
      pause();
    }
  }

  /** Empty when somebody holds it, in this process or in another one. */
  static Optional<ClusterLock> tryAcquire(Path file) {
    if (!HELD_HERE.add(file)) {
      return Optional.empty();
    }
    Optional<ClusterLock> lock = Optional.empty();
    try {
      Files.createDirectories(file.getParent());
      lock = lock(file);
      return lock;
    } catch (IOException e) {
      throw new ClusterException("Could not lock " + file + ": " + e.getMessage() + ".", e);
    } finally {
      if (lock.isEmpty()) {
        HELD_HERE.remove(file);
      }
    }
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
      HELD_HERE.remove(file);
    }
  }

  private static Optional<ClusterLock> lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean kept = false;
    try {
      FileLock lock = channel.tryLock();
      kept = lock != null && isStill(file, channel);
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

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(
          "Interrupted while waiting for another call that changes the cluster.", e);
    }
  }
}
