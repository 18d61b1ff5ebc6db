package warren.cluster;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/** Describes the containers of one cluster; starts none of them. */
final class NodeContainers {
  private static final Duration STARTUP = Duration.ofMinutes(4);
  private static final String LOCALHOST = "127.0.0.1";
  private static final int API_PORT = K3sContainer.KUBE_SECURE_PORT;

  /**
   * A log that is rotated before it can be opened loses its beginning. By default a file has 10
   * MiB, which a container can write in its first second.
   */
  private static final String KUBELET = "--kubelet-arg=container-log-max-size=100Mi";

  private final ClusterName name;
  private final Network network;
  private final ClusterImages images;
  private final boolean cappedRuntime;
  private final String token = Htpasswd.randomSecret();

  /**
   * @param cappedRuntime true when this machine's engine can't start privileged containers with its
   *     own runtime
   */
  NodeContainers(ClusterName name, Network network, ClusterImages images, boolean cappedRuntime) {
    this.name = name;
    this.network = network;
    this.images = images;
    this.cappedRuntime = cappedRuntime;
  }

  K3sContainer server(LastLines log) {
    K3sContainer server = new K3sContainer(nodeImage());
    server.setExposedPorts(List.of(API_PORT));
    server.setCommand(
        "server",
        KUBELET,
        "--disable=traefik,servicelb,metrics-server,local-storage",
        "--tls-san=localhost",
        "--tls-san=" + LOCALHOST);
    asNode(server, Member.SERVER, log);
    publishLocally(server, API_PORT);
    return server;
  }

  GenericContainer<?> rabbit(Member rabbit, StorageFolders storage, LastLines log) {
    GenericContainer<?> agent = new GenericContainer<>(nodeImage());
    agent.setPrivilegedMode(true);
    agent.setCommand(
        "agent",
        KUBELET,
        "--node-label=cray.nnf.node=true",
        "--node-taint=cray.nnf.node=true:NoSchedule");
    agent.addEnv("K3S_URL", "https://" + Member.SERVER.id() + ":" + API_PORT);
    agent.setTmpFsMapping(Map.of("/run", "", "/var/run", ""));
    agent.setWaitStrategy(Wait.forLogMessage(".*Node controller sync successful.*", 1));
    List<Bind> binds = new ArrayList<>();
    binds.add(bind(Path.of("/sys/fs/cgroup"), "/sys/fs/cgroup"));
    binds.add(bind(storage.shared(), StorageFolders.NODE_SHARED));
    binds.add(bind(storage.local(rabbit), StorageFolders.NODE_LOCAL));
    agent.setBinds(binds);
    agent.withCreateContainerCmdModifier(
        create -> host(create.getHostConfig()).withCgroupnsMode("host"));
    asNode(agent, rabbit, log);
    return agent;
  }

  GenericContainer<?> registry(String password, LastLines log) {
    GenericContainer<?> registry = new GenericContainer<>(DockerImageName.parse(images.registry()));
    registry.setExposedPorts(List.of(Registry.PORT));
    registry.withCopyToContainer(
        Transferable.of(Htpasswd.line(Registry.USER, password), 0644), "/auth/htpasswd");
    registry.setWaitStrategy(Wait.forHttp("/v2/").forPort(Registry.PORT).forStatusCode(401));
    registry.setNetworkAliases(new ArrayList<>(List.of(Registry.HOST)));
    asMember(registry, Member.REGISTRY, log);
    publishLocally(registry, Registry.PORT);
    return registry;
  }

  private void asNode(GenericContainer<?> node, Member member, LastLines log) {
    node.addEnv("K3S_TOKEN", token);
    node.setNetworkAliases(new ArrayList<>(List.of(member.id())));
    node.withCopyToContainer(
        Transferable.of(RegistriesYaml.text(Registry.NODE_NAME), 0600), RegistriesYaml.PATH);
    node.withCreateContainerCmdModifier(
        create -> {
          create.withHostName(member.id()); // which becomes the name of the node
          if (cappedRuntime) {
            host(create.getHostConfig()).withRuntime(CappedRuntime.NAME);
          }
        });
    asMember(node, member, log);
  }

  private void asMember(GenericContainer<?> container, Member member, LastLines log) {
    container.setNetwork(network);
    Labels.of(name, member).forEach(container::withLabel);
    container.withReuse(true); // without a session of Testcontainers
    container.withStartupTimeout(STARTUP);
    container.withLogConsumer((OutputFrame frame) -> log.add(frame.getUtf8String()));
    container.withCreateContainerCmdModifier(create -> create.withName(name.container(member)));
  }

  /** On this machine only, on a port that Docker chooses. */
  private static void publishLocally(GenericContainer<?> container, int port) {
    container.withCreateContainerCmdModifier(
        create ->
            host(create.getHostConfig())
                .withPortBindings(
                    new PortBinding(Ports.Binding.bindIp(LOCALHOST), ExposedPort.tcp(port))));
  }

  private DockerImageName nodeImage() {
    return DockerImageName.parse(images.node()).asCompatibleSubstituteFor("rancher/k3s");
  }

  private static Bind bind(Path here, String there) {
    return new Bind(here.toString(), new Volume(there));
  }

  private static HostConfig host(HostConfig config) {
    if (config == null) {
      throw new IllegalStateException(
          "Testcontainers gives each container a host configuration before it is modified");
    }
    return config;
  }
}
