package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A cluster whose containers run, reached through Docker and its API server. */
final class RunningCluster implements Cluster {
  private final StateDirectory state;
  private final DockerClient docker;
  private final DockerCommand command;
  private final String registryAddress;

  /**
   * @param registryAddress where this machine reaches the registry
   */
  RunningCluster(StateDirectory state, DockerClient docker, String registryAddress) {
    this.state = state;
    this.docker = docker;
    this.command = new DockerCommand(state.name());
    this.registryAddress = registryAddress;
  }

  @Override
  public ClusterName name() {
    return state.name();
  }

  @Override
  public String kubeconfig() {
    return state.readKubeconfig();
  }

  @Override
  public Path kubeconfigFile() {
    return state.kubeconfig();
  }

  @Override
  public KubernetesClient client() {
    return client(kubeconfig());
  }

  static KubernetesClient client(String kubeconfig) {
    return new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
  }

  @Override
  public List<String> rabbits() {
    return Member.rabbits().stream().map(Member::id).toList();
  }

  @Override
  public Registry registry() {
    return new Registry(Registry.NODE_NAME, registryAddress, Registry.USER, state.readPassword());
  }

  @Override
  public StorageFolders storage() {
    return state.storage();
  }

  @Override
  public Path stateDirectory() {
    return state.path();
  }

  @Override
  public void load(String dockerImage, List<String> nodes) {
    new ImageLoad(state, command).load(dockerImage, nodes.stream().map(Member::node).toList());
  }

  void load(String dockerImage, Member node) {
    new ImageLoad(state, command).load(dockerImage, List.of(node));
  }

  @Override
  public String push(String dockerImage, String repositoryTag) {
    new ImagePush(docker, registry()).push(dockerImage, repositoryTag);
    return registry().image(repositoryTag);
  }

  @Override
  public CommandResult kubectl(List<String> arguments, String stdin) {
    return command.exec(Member.SERVER, kubectlCommand(arguments), stdin);
  }

  @Override
  public int kubectlAttached(List<String> arguments) {
    return new MachineKubectl(state, this::copyKubectl).attached(arguments);
  }

  private void copyKubectl(Path file) {
    // A link in both node images: to the program that takes the part of kubectl by this name.
    String inside =
        command
            .exec(Member.SERVER, List.of("sh", "-c", "readlink -f \"$(command -v kubectl)\""))
            .orThrow("Could not find kubectl in the server")
            .strip();
    command
        .run("cp", name().container(Member.SERVER) + ":" + inside, file.toString())
        .orThrow("Could not copy kubectl out of the server");
  }

  @Override
  public void copyToServer(Path folder, String target) {
    command
        .exec(Member.SERVER, List.of("mkdir", "-p", target))
        .orThrow("Could not make " + target + " in the server");
    command
        .run("cp", folder.toAbsolutePath() + "/.", name().container(Member.SERVER) + ":" + target)
        .orThrow("Could not copy " + folder + " to the server");
  }

  @Override
  public CommandResult nodeExec(String node, List<String> arguments) {
    return command.exec(Member.node(node), arguments);
  }

  private static List<String> kubectlCommand(List<String> arguments) {
    return Stream.concat(Stream.of("kubectl"), arguments.stream()).toList();
  }
}
