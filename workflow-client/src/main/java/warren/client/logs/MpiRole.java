package warren.client.logs;

import java.util.Locale;

/** What a pod is in an MPI job, launchers first: their log is the job's. */
public enum MpiRole {
  /** Runs {@code mpirun}, whose output is all ranks' output. */
  LAUNCHER,
  /** No pod of an MPI job. */
  NONE,
  /** Runs sshd for the ranks. */
  WORKER;

  /** The role that mpi-operator's label says; {@code null} without a label. */
  static MpiRole of(String label) {
    return switch (label == null ? "" : label.toLowerCase(Locale.ROOT)) {
      case "launcher" -> LAUNCHER;
      case "worker" -> WORKER;
      default -> NONE;
    };
  }
}
