package warren.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is there of a cluster. */
public sealed interface ClusterStatus {

  /** Lines for a person. */
  String text();

  /** Nothing at all is there. */
  record Absent() implements ClusterStatus {
    @Override
    public String text() {
      return "The cluster is not there. Start it by: ./warren cluster up";
    }
  }

  /**
   * Something is there that can't be used; starting the cluster replaces it.
   *
   * @param reasons why, one phrase each, at least one
   */
  record Broken(List<String> reasons) implements ClusterStatus {
    /** At least one reason. */
    public Broken {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("broken for no reason");
      }
    }

    /** The same with one reason more, which comes first. */
    Broken because(String reason) {
      return new Broken(Stream.concat(Stream.of(reason), reasons.stream()).toList());
    }

    @Override
    public String text() {
      return "The cluster is broken: "
          + String.join("; ", reasons)
          + ".\nReplace it by: ./warren cluster up";
    }
  }

  /**
   * The cluster can be used.
   *
   * @param name of the cluster
   * @param nodes all of them, all ready
   * @param registryAddress where this machine reaches the private registry
   * @param storage the folders behind the storage
   * @param kubeconfig the administrator's, for this machine
   */
  record Running(
      ClusterName name,
      List<NodeInfo> nodes,
      String registryAddress,
      StorageFolders storage,
      Path kubeconfig)
      implements ClusterStatus {
    /** No part may be missing. */
    public Running {
      Objects.requireNonNull(name);
      nodes = List.copyOf(nodes);
      Objects.requireNonNull(registryAddress);
      Objects.requireNonNull(storage);
      Objects.requireNonNull(kubeconfig);
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder("The cluster " + name.value() + " is running.\n");
      for (NodeInfo node : nodes) {
        text.append(
            "  %-9s %s  Kubernetes %s, %s%n"
                .formatted(
                    node.name(),
                    node.ready() ? "Ready" : "not Ready",
                    node.kubeletVersion(),
                    node.containerRuntime()));
      }
      text.append("  registry  ")
          .append(registryAddress)
          .append(" (in pods: ")
          .append(Registry.NODE_NAME)
          .append(")\n");
      text.append("  storage   ").append(storage.shared()).append(" (lustre, on every Rabbit)\n");
      for (Member rabbit : Member.rabbits()) {
        text.append("            ")
            .append(storage.local(rabbit))
            .append(" (gfs2, on ")
            .append(rabbit.id())
            .append(")\n");
      }
      return text.append("  kubeconfig  ").append(kubeconfig).toString();
    }
  }

  /**
   * A node as the API server has it.
   *
   * @param name of the node
   * @param ready its condition Ready is True
   * @param kubeletVersion such as {@code v1.34.2}
   * @param containerRuntime name and version
   */
  record NodeInfo(String name, boolean ready, String kubeletVersion, String containerRuntime) {
    /** No part may be missing. */
    public NodeInfo {
      Objects.requireNonNull(name);
      Objects.requireNonNull(kubeletVersion);
      Objects.requireNonNull(containerRuntime);
    }
  }
}
