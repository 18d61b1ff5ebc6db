package warren.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The containers that a cluster is made of. For nodes, the id is the node's name in Kubernetes. */
public enum Member {
  /** The node that runs the control plane, DNS and the operators. */
  SERVER("server"),
  /** The first Rabbit. */
  RABBIT_0("rabbit-0"),
  /** The second Rabbit. */
  RABBIT_1("rabbit-1"),
  /** The private container registry; not a node. */
  REGISTRY("registry");

  private final String id;

  Member(String id) {
    this.id = id;
  }

  /** Names the member in labels, in container names and, for a node, in Kubernetes. */
  public String id() {
    return id;
  }

  /** True for what is a node of Kubernetes. */
  public boolean isNode() {
    return this != REGISTRY;
  }

  /** The nodes, the server first. */
  public static List<Member> nodes() {
    return List.of(SERVER, RABBIT_0, RABBIT_1);
  }

  /** The Rabbits, in the order of their numbers. */
  public static List<Member> rabbits() {
    return List.of(RABBIT_0, RABBIT_1);
  }

  /** The member with this id. */
  static Optional<Member> of(String id) {
    return Stream.of(values()).filter(member -> member.id.equals(id)).findFirst();
  }

  /**
   * The node with this name.
   *
   * @throws ClusterException when no node is called so
   */
  static Member node(String name) {
    return of(name)
        .filter(Member::isNode)
        .orElseThrow(
            () ->
                new ClusterException(
                    "The local cluster has no node "
                        + name
                        + ": its nodes are "
                        + String.join(", ", nodes().stream().map(Member::id).toList())
                        + "."));
  }
}
