package warren.operator.driver;

import java.time.Instant;
import java.util.List;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.entries.Entry;

/** A role's part in every workflow; asked about its own entries of the current state only. */
public interface Driver {
  /** {@code status.drivers[].driverID} of its entries. */
  String id();

  /**
   * Decides about one entry.
   *
   * @param snapshot everything that is known of the workflow; the driver asks the API server for
   *     nothing that the snapshot has
   * @param entry one of its own, of the workflow's current state, neither completed nor failed for
   *     good
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when something could not be read
   */
  Decision decide(WorkflowSnapshot snapshot, Entry entry, Instant now);

  /**
   * Follows what an entry has begun, between the end of the entry's work and the next state: while
   * the job's script runs.
   *
   * @param snapshot as with {@link #decide}
   * @param entry one of its own that is completed
   * @return done, with the news if there are any; a wait to be asked again
   */
  default Decision follow(WorkflowSnapshot snapshot, Entry entry, Instant now) {
    return Decision.done();
  }

  /**
   * What stops what this entry has begun, when the cluster refuses the rest for good.
   *
   * @param snapshot as with {@link #decide}
   */
  default List<Action> stop(WorkflowSnapshot snapshot, Entry entry, Instant now) {
    return List.of();
  }
}
