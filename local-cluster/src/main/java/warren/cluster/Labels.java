package warren.cluster;

import java.util.Map;

/** The labels of everything that a cluster has in Docker. */
final class Labels {
  /** Its value is the cluster's name. */
  static final String CLUSTER = "warren.cluster";

  /** Its value is a member's id. */
  static final String MEMBER = "warren.member";

  private Labels() {}

  static Map<String, String> of(ClusterName cluster) {
    return Map.of(CLUSTER, cluster.value());
  }

  static Map<String, String> of(ClusterName cluster, Member member) {
    return Map.of(CLUSTER, cluster.value(), MEMBER, member.id());
  }

  /** What Docker's filters want. */
  static String filter(ClusterName cluster) {
    return CLUSTER + "=" + cluster.value();
  }
}
