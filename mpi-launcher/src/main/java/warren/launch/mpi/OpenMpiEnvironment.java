package warren.launch.mpi;

import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import warren.launch.Variable;
import warren.launch.pod.Containers;
import warren.launch.pod.Environment;

/**
 * Tells Open MPI 5 where its workers are. mpi-operator sets the variables of Open MPI 4 only;
 * version 5 ignores them, would run all ranks beside the launcher and end with success. Version 4
 * ignores these.
 */
public final class OpenMpiEnvironment {
  private static final List<Variable> VARIABLES =
      List.of(
          new Variable.Text("PRTE_MCA_prte_default_hostfile", "/etc/mpi/hostfile"),
          new Variable.Text("PRTE_MCA_plm_ssh_args", "-o ConnectionAttempts=10"));

  private OpenMpiEnvironment() {}

  /**
   * Sets them in the first container, which alone has the host file; a profile's own values win.
   */
  public static PodSpec set(PodSpec launcher, String implementation) {
    if (!implementation.equals("OpenMPI")) {
      return launcher;
    }
    return Containers.first(launcher, container -> Environment.defaults(container, VARIABLES));
  }
}
