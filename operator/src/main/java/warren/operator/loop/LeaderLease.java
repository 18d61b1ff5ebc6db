package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lease that says who leads.
 *
 * @param namespace where it is
 * @param identity who we are in it
 */
record LeaderLease(KubernetesClient client, String namespace, String identity) {
  private static final Logger LOG = LoggerFactory.getLogger(LeaderLease.class);

  /** Its name. */
  static final String NAME = "warren-operator";

  LeaderLease {
    requireNonNull(client, "client");
    requireNonNull(namespace, "namespace");
    requireNonNull(identity, "identity");
  }

  /**
   * Lets another lead at once, which otherwise waits until the lease is over. For who does no more
   * work; does nothing when another leads.
   */
  void giveUp() {
    try {
      Lease lease = client.leases().inNamespace(namespace).withName(NAME).get();
      if (lease != null && identity.equals(lease.getSpec().getHolderIdentity())) {
        lease.getSpec().setHolderIdentity("");
        client.resource(lease).lockResourceVersion().update();
        LOG.info("leads no more: the lease is given up");
      }
    } catch (KubernetesClientException e) {
      LOG.info("the lease is not given up, and ends by itself: {}", e.getMessage());
    }
  }
}
