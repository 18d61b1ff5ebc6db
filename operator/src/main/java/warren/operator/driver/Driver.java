package warren.operator.driver;

import java.time.Instant;
import warren.operator.decision.Decision;
import warren.operator.entries.Entry;
import warren.operator.entries.SeenWorkflow;

/** A role's part in every workflow; it is asked about its own entries of the current state only. */
public interface Driver {
  /** {@code status.drivers[].driverID} of its entries. */
  String id();

  /**
   * Looks, and decides.
   *
   * @param entry one of its own, of the workflow's current state, neither completed nor failed for
   *     good
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when looking was not possible
   */
  Decision decide(SeenWorkflow workflow, Entry entry, Look look, Instant now);
}
