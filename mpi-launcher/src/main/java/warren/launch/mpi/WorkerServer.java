package warren.launch.mpi;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import warren.launch.SetEnv;
import warren.launch.SshConfiguration;
import warren.launch.Variable;
import warren.launch.pod.Containers;

/** Runs the SSH server in a worker's first container, and tells when it listens. */
public final class WorkerServer {
  /** Seconds, hence an hour: a server that never listens is a matter of the PreRun timeout. */
  private static final int TRIES = 3600;

  private WorkerServer() {}

  /**
   * A profile that gives its worker a command or arguments starts the server itself; it then has to
   * listen on {@link SshConfiguration#PORT} all the same.
   *
   * @param variables what the ranks get to know
   */
  public static PodSpec run(PodSpec worker, List<Variable> variables) {
    return Containers.first(worker, container -> probe(command(container, variables)));
  }

  private static Container command(Container container, List<Variable> variables) {
    if (!container.getCommand().isEmpty() || !container.getArgs().isEmpty()) {
      return container;
    }
    return container
        .edit()
        .withCommand(
            "/usr/sbin/sshd",
            "-De",
            "-f",
            SshConfiguration.SERVER_FILE,
            "-o",
            // An option comes before the configuration file, and the server heeds only the first
            // SetEnv: here the node's name can be set as well, which one file for all cannot.
            "SetEnv=" + SetEnv.inCommand(variables))
        .build();
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
