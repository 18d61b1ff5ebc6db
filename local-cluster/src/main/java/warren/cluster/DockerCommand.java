package warren.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The {@code docker} program, for streams: into containers and out of images.
 *
 * @param cluster whose containers are meant
 */
record DockerCommand(ClusterName cluster) {

  CommandResult run(String... arguments) {
    return commands().run(docker(List.of(arguments)), "");
  }

  /** Runs a command in a member's container, with nothing on its standard input. */
  CommandResult exec(Member member, List<String> command) {
    return commands().run(docker(inside(List.of("exec"), member, command)), "");
  }

  CommandResult exec(Member member, List<String> command, String stdin) {
    return commands().run(docker(inside(List.of("exec", "-i"), member, command)), stdin);
  }

  CommandResult exec(Member member, List<String> command, Path stdin) {
    return commands().run(docker(inside(List.of("exec", "-i"), member, command)), stdin);
  }

  private List<String> inside(List<String> exec, Member member, List<String> command) {
    List<String> all = new ArrayList<>(exec);
    all.add(cluster.container(member));
    all.addAll(command);
    return all;
  }

  private static List<String> docker(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addFirst("docker");
    return all;
  }

  /**
   * The program may follow a context of the user's; it must talk to the engine that our client
   * talks to.
   */
  private static Commands commands() {
    return new Commands(Map.of("DOCKER_HOST", DockerSocket.ofThisMachine().uri().toString()));
  }
}
