package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import warren.cluster.ClusterStatus.NodeInfo;
import warren.cluster.Observation.Api;

/** Looks at Docker, at the cluster's folder and at its API server, and changes nothing. */
final class ClusterObserver {
  private static final int API_MILLIS = 5000;
  private static final Comparator<NodeInfo> SERVER_FIRST =
      Comparator.comparing((NodeInfo node) -> Member.of(node.name()).orElse(Member.REGISTRY))
          .thenComparing(NodeInfo::name);

  private final StateDirectory state;
  private final DockerClient docker;

  ClusterObserver(StateDirectory state, DockerClient docker) {
    this.state = state;
    this.docker = docker;
  }

  Observation observe() {
    Map<Member, Observation.Container> members = members(docker, state.name());
    int strays = containers(docker, state.name()).size() - members.size();
    boolean network = !networks(docker, state.name()).isEmpty();
    boolean completed = Files.exists(state.completed());
    Observation seen =
        new Observation(members, strays, network, state.exists(), completed, Optional.empty());
    return StatusDecision.mayHeal(seen)
        ? new Observation(
            members, strays, network, state.exists(), completed, Optional.of(askApi()))
        : seen;
  }

  /** The containers that are members of the cluster. */
  static Map<Member, Observation.Container> members(DockerClient docker, ClusterName name) {
    Map<Member, Observation.Container> members = new EnumMap<>(Member.class);
    for (Container container : containers(docker, name)) {
      Optional.ofNullable(container.getLabels().get(Labels.MEMBER))
          .flatMap(Member::of)
          .ifPresent(member -> members.put(member, seen(container)));
    }
    return members;
  }

  /** All containers with the cluster's label, dead ones, too. */
  static List<Container> containers(DockerClient docker, ClusterName name) {
    return docker.listContainersCmd().withShowAll(true).withLabelFilter(Labels.of(name)).exec();
  }

  /** The ids of all networks with the cluster's label. */
  static List<String> networks(DockerClient docker, ClusterName name) {
    return docker
        .listNetworksCmd()
        .withFilter("label", List.of(Labels.filter(name)))
        .exec()
        .stream()
        .map(network -> network.getId())
        .toList();
  }

  private static Observation.Container seen(Container container) {
    Optional<Integer> port =
        Stream.of(container.getPorts())
            .map(ContainerPort::getPublicPort)
            .filter(Objects::nonNull)
            .findFirst();
    return new Observation.Container(
        container.getId(), container.getState(), container.getStatus(), port);
  }

  private Api askApi() {
    Config config = Config.fromKubeconfig(state.readKubeconfig());
    config.setRequestTimeout(API_MILLIS);
    config.setConnectionTimeout(API_MILLIS);
    config.setRequestRetryBackoffLimit(0);
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      return new Api.Nodes(
          client.nodes().list().getItems().stream()
              .map(ClusterObserver::info)
              .sorted(SERVER_FIRST)
              .toList());
    } catch (KubernetesClientException e) {
      return new Api.Silent(e.getMessage());
    }
  }

  private static NodeInfo info(Node node) {
    return new NodeInfo(
        node.getMetadata().getName(),
        Readiness.ready(node),
        node.getStatus().getNodeInfo().getKubeletVersion(),
        node.getStatus().getNodeInfo().getContainerRuntimeVersion());
  }
}
