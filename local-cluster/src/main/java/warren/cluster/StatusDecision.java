package warren.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.cluster.ClusterStatus.Absent;
import warren.cluster.ClusterStatus.Broken;
import warren.cluster.ClusterStatus.NodeInfo;
import warren.cluster.ClusterStatus.Running;
import warren.cluster.Observation.Api;
import warren.cluster.Observation.Container;

/** Decides what state a cluster is in. */
final class StatusDecision {
  private StatusDecision() {}

  static ClusterStatus decide(StateDirectory state, Observation seen) {
    if (seen.nothing()) {
      return new Absent();
    }
    List<String> reasons = new ArrayList<>();
    for (Member member : Member.values()) {
      container(member, Optional.ofNullable(seen.containers().get(member))).ifPresent(reasons::add);
    }
    if (seen.strays() > 0) {
      reasons.add(seen.strays() + " containers have its label but are no part of it");
    }
    if (!seen.network()) {
      reasons.add("its network is not there");
    }
    if (!seen.completed()) {
      reasons.add("it was never completely up");
    }
    List<NodeInfo> nodes = nodes(seen, reasons);
    Optional<Integer> port =
        Optional.ofNullable(seen.containers().get(Member.REGISTRY))
            .flatMap(Container::publishedPort);
    if (reasons.isEmpty() && port.isEmpty()) {
      reasons.add("the registry has no port on this machine");
    }
    return reasons.isEmpty()
        ? new Running(
            state.name(),
            nodes,
            "127.0.0.1:" + port.orElseThrow(),
            state.storage(),
            state.kubeconfig())
        : new Broken(reasons);
  }

  /**
   * True when nothing but time may be missing: nodes of a busy machine may be late with their signs
   * of life.
   */
  static boolean mayHeal(Observation seen) {
    return seen.allContainersRun() && seen.strays() == 0 && seen.network() && seen.completed();
  }

  private static Optional<String> container(Member member, Optional<Container> container) {
    if (container.isEmpty()) {
      return Optional.of("there is no container " + member.id());
    }
    return container
        .filter(seen -> !seen.running())
        .map(seen -> "container " + member.id() + " does not run (" + seen.state() + ")");
  }

  private static List<NodeInfo> nodes(Observation seen, List<String> reasons) {
    if (seen.api().isEmpty()) {
      return List.of();
    }
    return switch (seen.api().get()) {
      case Api.Silent(String why) -> {
        reasons.add("its API server does not answer (" + why + ")");
        yield List.of();
      }
      case Api.Nodes(List<NodeInfo> nodes) -> {
        for (Member member : Member.nodes()) {
          if (nodes.stream().noneMatch(node -> node.name().equals(member.id()) && node.ready())) {
            reasons.add("node " + member.id() + " is not Ready");
          }
        }
        yield nodes;
      }
    };
  }
}
