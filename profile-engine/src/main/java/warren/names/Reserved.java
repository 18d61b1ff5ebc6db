package warren.names;

import java.util.Set;

/** Names inside the pods of a job that Warren or mpi-operator gives, whatever a profile says. */
public final class Reserved {
  /** The volume of the user's home directory. */
  public static final String HOME_VOLUME = "warren-home";

  /** The volume of the files that are the same in every container. */
  public static final String FILES_VOLUME = "warren-files";

  /**
   * The volume of a job's SSH keys, which mpi-operator adds to the pods of launcher and workers.
   */
  public static final String SSH_VOLUME = "ssh-auth";

  /**
   * The folder of the home directories in containers: a place where no image has files that the
   * mount of a home could hide.
   */
  public static final String HOMES = "/home/warren";

  /** All volumes that pods get beside those of the job's storages; the last two of mpi-operator. */
  public static final Set<String> VOLUMES =
      Set.of(HOME_VOLUME, FILES_VOLUME, SSH_VOLUME, "mpi-job-config");

  /** Variables that Warren sets in every container, beside those of the job's storages. */
  public static final Set<String> VARIABLES =
      Set.of(
          "DW_WORKFLOW_NAME",
          "DW_WORKFLOW_NAMESPACE",
          "NNF_NODE_NAME",
          "NNF_CONTAINER_SUBDOMAIN",
          "NNF_CONTAINER_DOMAIN",
          "NNF_CONTAINER_HOSTNAMES");

  /** The variable that mpi-operator sets in the first container of launcher and workers. */
  public static final String MPI_ROLE = "K_MPI_JOB_ROLE";

  private Reserved() {}
}
