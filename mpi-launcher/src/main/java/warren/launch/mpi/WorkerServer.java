package warren.launch.mpi;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import warren.launch.Account;
import warren.launch.RankShell;
import warren.launch.SshConfiguration;
import warren.launch.pod.Containers;

/** Runs the SSH server in a worker's first container, and tells when it listens. */
public final class WorkerServer {
  /** Seconds, hence an hour: a server that never listens is a matter of the PreRun timeout. */
  private static final int TRIES = 3600;

  private static final List<String> SERVER =
      List.of("/usr/sbin/sshd", "-De", "-f", SshConfiguration.SERVER_FILE);

  private WorkerServer() {}

  /**
   * Has the first container record its environment for the ranks, and run the server.
   *
   * <p>A profile that gives its worker a command or arguments starts the server itself; it then has
   * to listen on {@link SshConfiguration#PORT} all the same.
   */
  public static PodSpec run(PodSpec worker, Account account) {
    return Containers.first(worker, container -> probe(command(container, account)));
  }

  private static Container command(Container container, Account account) {
    if (!container.getCommand().isEmpty()) {
      return container
          .edit()
          .withCommand(RankShell.recording(account, container.getCommand()))
          .build();
    }
    if (container.getArgs().isEmpty()) {
      return container.edit().withCommand(RankShell.recording(account, SERVER)).build();
    }
    // Arguments of the image's entry point, of which nothing is known: many run what they are
    // given.
    return container.getArgs().getFirst().matches("(.*/)?sshd")
        ? container.edit().withArgs(RankShell.recording(account, container.getArgs())).build()
        : container;
  }

  /**
   * The launcher is created when all workers are ready, so "ready" has to mean "listening".
   *
   * <p>A startup probe, because it ends once the server listens. A readiness probe would go on for
   * the whole job: two lines in the log each time, and OpenSSH from 9.8 on locks out an address
   * that keeps connecting without logging in, whereupon the worker's name would vanish from the
   * DNS.
   */
  private static Container probe(Container container) {
    if (container.getStartupProbe() != null) {
      return container;
    }
    return container
        .edit()
        .withNewStartupProbe()
        .withNewTcpSocket()
        .withNewPort(SshConfiguration.PORT)
        .endTcpSocket()
        .withPeriodSeconds(1)
        .withFailureThreshold(TRIES)
        .endStartupProbe()
        .build();
  }
}
