package warren.operator.storage;

import java.time.Instant;
import warren.dw.JobDw;
import warren.operator.decision.Decision;

/**
 * One kind of storage: makes what a directive asks for, offers it to containers as a mount, and
 * removes it. Pure: decides, and leaves it to others to read and to change the cluster.
 */
interface StorageProvider {
  /** Whether this kind of storage is meant by the directive. */
  boolean provides(JobDw directive);

  /**
   * Decides about the next step until the storage can be mounted, and how it is mounted then. The
   * same question later has the same answer: what is there is not made again.
   */
  Provision provide(StorageRequest request, Instant now);

  /** Whether what was found is storage of this kind, of this site. */
  boolean recognizes(FoundStorage found);

  /**
   * Decides about the next step until nothing is left of the storage.
   *
   * @param title the storage in messages, such as {@code the storage red-rock}
   */
  Decision remove(FoundStorage found, String title, Instant now);
}
