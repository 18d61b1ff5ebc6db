package warren.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The {@code docker} program, for streams: into containers, out of images, and the caller's own
 * terminal.
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

  /** Runs a command in a member's container on this process's terminal, or on its pipes. */
  int execAttached(Member member, List<String> command) {
    List<String> exec = onTerminal() ? List.of("exec", "-i", "-t") : List.of("exec", "-i");
    return commands().attached(docker(inside(exec, member, command)));
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

  /**
   * Java says only whether standard input and output together might be a console, and not the same
   * in all versions.
   */
  private static boolean onTerminal() {
    return isTerminal("0") && isTerminal("1");
  }

  private static boolean isTerminal(String descriptor) {
    try {
      return new ProcessBuilder("test", "-t", descriptor).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
