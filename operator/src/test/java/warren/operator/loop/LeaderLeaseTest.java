package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warren.operator.FakeCluster;

final class LeaderLeaseTest {
  private static final String PATH =
      " /apis/coordination.k8s.io/v1/namespaces/warren-system/leases/warren-operator";

  private FakeCluster cluster;
  private LeaderLease lease;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster();
    lease = new LeaderLease(cluster.client(), "warren-system", "we");
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void whoLeadsGivesItUpInTheStateThatWasSeen() {
    cluster.has("GET" + PATH, held("we"));
    cluster.has("PUT" + PATH, held(""));

    lease.giveUp();

    Lease sent = cluster.received("PUT" + PATH, Lease.class);
    assertThat(sent.getSpec().getHolderIdentity()).isEmpty();
    assertThat(sent.getMetadata().getResourceVersion()).isEqualTo("7");
  }

  @Test
  void anothersIsLeftAlone() {
    cluster.has("GET" + PATH, held("others"));

    lease.giveUp();

    assertThat(cluster.requests()).containsExactly("GET" + PATH);
  }

  @Test
  void theEndDoesNotDependOnIt() {
    cluster.has("GET" + PATH, held("we"));
    cluster.refuses("PUT" + PATH, 409, "somebody was faster");

    lease.giveUp();

    assertThat(cluster.requests()).containsExactly("GET" + PATH, "PUT" + PATH);
  }

  private static Lease held(String holder) {
    return new LeaseBuilder()
        .withNewMetadata()
        .withNamespace("warren-system")
        .withName("warren-operator")
        .withResourceVersion("7")
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(holder)
        .endSpec()
        .build();
  }
}
