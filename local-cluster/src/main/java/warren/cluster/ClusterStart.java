package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.lifecycle.Startables;
import warren.cluster.Starting.Start;

/**
 * Makes a cluster where there is none: network, registry, nodes, and what belongs into every
 * cluster.
 */
final class ClusterStart {
  private final StateDirectory state;
  private final DockerClient docker;
  private final ClusterImages images;

  ClusterStart(StateDirectory state, DockerClient docker, ClusterImages images) {
    this.state = state;
    this.docker = docker;
    this.images = images;
  }

  /**
   * Returns when the cluster is ready to be used.
   *
   * @param mpiOperator the mpi-operator's manifest
   * @throws ClusterException when it is not; what was started is then still there
   */
  RunningCluster start(String mpiOperator, Progress progress) {
    state.create();
    state.writePassword(Htpasswd.randomSecret());
    RunningCluster cluster =
        progress.during("starting server, two Rabbits and registry", this::startContainers);
    progress.during("waiting for nodes and DNS", () -> awaitReady(cluster));
    progress.during(
        "installing the mpi-operator", () -> new MpiOperator(cluster).install(mpiOperator));
    state.writeCompleted("node=" + images.node() + "\nregistry=" + images.registry() + "\n");
    return cluster;
  }

  private RunningCluster startContainers() {
    NodeContainers containers =
        new NodeContainers(state.name(), network(), images, CappedRuntime.isInstalled(docker));
    LastLines serverLog = new LastLines();
    K3sContainer server = containers.server(serverLog);
    LastLines registryLog = new LastLines();
    GenericContainer<?> registry = containers.registry(state.readPassword(), registryLog);
    Map<Member, Start> starts = new EnumMap<>(Member.class);
    starts.put(Member.SERVER, start(server, serverLog));
    starts.put(Member.REGISTRY, start(registry, registryLog));
    for (Member rabbit : Member.rabbits()) {
      LastLines log = new LastLines();
      starts.put(rabbit, start(containers.rabbit(rabbit, state.storage(), log), log));
    }
    new Starting(docker, state.name(), starts).await();
    state.writeKubeconfig(
        Kubeconfig.forThisMachine(
            server.getKubeConfigYaml(),
            state.name().value(),
            "https://localhost:" + server.getMappedPort(K3sContainer.KUBE_SECURE_PORT)));
    return new RunningCluster(state, docker, "127.0.0.1:" + registry.getMappedPort(Registry.PORT));
  }

  private static Start start(GenericContainer<?> container, LastLines log) {
    return new Start(container, Startables.deepStart(container), log);
  }

  /**
   * The images are loaded meanwhile: pods that start before their image is there fall into a
   * back-off.
   */
  private void awaitReady(RunningCluster cluster) {
    Parallel.run(
        List.of(
            () -> cluster.load(images.mpiOperator(), Member.SERVER),
            () -> new Readiness(cluster).await()));
  }

  private Network network() {
    String id =
        docker
            .createNetworkCmd()
            .withName(state.name().value())
            .withCheckDuplicate(true)
            .withLabels(Labels.of(state.name()))
            .exec()
            .getId();
    return new Network() {
      @Override
      public String getId() {
        return id;
      }

      @Override
      public void close() {
        // It goes with the cluster.
      }
    };
  }
}
