package warren.operator.leases;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import warren.operator.entries.SeenWorkflow;
import warren.operator.leases.RunnerLease.Verdict;

/**
 * Remembers since when each workflow's lease has not been renewed. It is forgotten by a restart,
 * which gives every runner one lease duration more. Safe for several threads.
 */
public final class RunnerLeases {
  private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();

  /**
   * Notes what is seen, and judges.
   *
   * @param lease the workflow's own, as it is now, if there is one
   */
  public Verdict judge(SeenWorkflow workflow, Optional<Lease> lease, Instant now) {
    String uid = workflow.identity().uid();
    if (!RunnerLease.isOurs(workflow)) {
      forget(uid);
      return new Verdict.NotOurs();
    }
    Optional<Instant> renewal = RunnerLease.renewed(lease);
    Sighting sighting =
        sightings.compute(
            uid,
            (key, before) -> {
              Sighting seen =
                  before == null ? Sighting.first(renewal, now) : before.then(renewal, now);
              return now.isBefore(RunnerLease.end(lease, seen)) ? seen : seen.foundOverdue(now);
            });
    return RunnerLease.judge(workflow, lease, sighting, now);
  }

  /** The workflow is gone. */
  public void forget(String uid) {
    sightings.remove(uid);
  }

  /** How many workflows are remembered. */
  int size() {
    return sightings.size();
  }
}
