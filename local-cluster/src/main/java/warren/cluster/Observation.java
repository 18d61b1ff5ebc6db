package warren.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen of a cluster; the decision about it is {@link StatusDecision}'s.
 *
 * @param containers those with the cluster's label, by member
 * @param strays how many containers have the label but are no member
 * @param network whether its network is there
 * @param folder whether its folder is there
 * @param completed whether it was completely up once
 * @param api what the API server said; empty when it was not asked
 */
record Observation(
    Map<Member, Container> containers,
    int strays,
    boolean network,
    boolean folder,
    boolean completed,
    Optional<Api> api) {

  Observation {
    containers = Map.copyOf(containers);
  }

  /**
   * @param id Docker's
   * @param phase Docker's one word, such as {@code running}, {@code exited}
   * @param state Docker's own words, such as {@code Exited (137) 3 minutes ago}
   * @param publishedPort on this machine, where it has one
   */
  record Container(String id, String phase, String state, Optional<Integer> publishedPort) {
    /** Its main process lives. */
    boolean running() {
      return phase.equals("running");
    }

    /** Its main process has lived and doesn't any more. */
    boolean ended() {
      return phase.equals("exited") || phase.equals("dead");
    }
  }

  /** An answer of the API server. */
  sealed interface Api {
    record Nodes(List<ClusterStatus.NodeInfo> nodes) implements Api {
      public Nodes {
        nodes = List.copyOf(nodes);
      }
    }

    record Silent(String why) implements Api {}
  }

  boolean nothing() {
    return containers.isEmpty() && strays == 0 && !network && !folder;
  }

  boolean allContainersRun() {
    return List.of(Member.values()).stream()
        .allMatch(member -> containers.containsKey(member) && containers.get(member).running());
  }
}
