package warren.profile;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import warren.names.Reserved;
import warren.profile.ResolvedProfile.ProfileStorage;

/**
 * What stands in the containers of a pod whatever its profile says.
 *
 * @param variables in every container
 * @param givenVariables in every container of a job that gives the optional storage
 * @param firstVariables in the first container: mpi-operator's, which sets them after the profile's
 * @param paths where something of Warren's is mounted
 */
record PodRole(
    Set<String> variables,
    Set<String> givenVariables,
    Set<String> firstVariables,
    Set<String> paths) {
  private static final Map<String, Set<String>> LAUNCHER =
      Map.of(
          "OpenMPI",
          Set.of(
              "OMPI_MCA_orte_keep_fqdn_hostnames",
              "OMPI_MCA_orte_default_hostfile",
              "OMPI_MCA_plm_rsh_args",
              "OMPI_MCA_orte_set_default_slots"),
          "Intel",
          Set.of("I_MPI_HYDRA_HOST_FILE", "I_MPI_HYDRA_BOOTSTRAP_EXEC_EXTRA_ARGS", "I_MPI_PERHOST"),
          "MPICH",
          Set.of("HYDRA_HOST_FILE", "HYDRA_LAUNCH_EXTRA_ARGS"));

  private static final Set<String> ACCOUNT_FILES = Set.of("/etc/passwd", "/etc/group");
  private static final Set<String> MPI_PATHS =
      Set.of("/home/mpiuser/.ssh", "/etc/ssh/ssh_config", "/etc/warren");

  PodRole {
    variables = Set.copyOf(variables);
    givenVariables = Set.copyOf(givenVariables);
    firstVariables = Set.copyOf(firstVariables);
    paths = Set.copyOf(paths);
  }

  static PodRole single(List<ProfileStorage> storages) {
    return new PodRole(variables(storages), given(storages), Set.of(), ACCOUNT_FILES);
  }

  /**
   * @param implementation of MPI; for one that nobody knows nothing is reserved
   */
  static PodRole launcher(List<ProfileStorage> storages, String implementation) {
    return new PodRole(
        variables(storages),
        given(storages),
        union(LAUNCHER.getOrDefault(implementation, Set.of()), Set.of(Reserved.MPI_ROLE)),
        union(ACCOUNT_FILES, MPI_PATHS));
  }

  static PodRole worker(List<ProfileStorage> storages) {
    return new PodRole(
        variables(storages),
        given(storages),
        Set.of(Reserved.MPI_ROLE),
        union(ACCOUNT_FILES, MPI_PATHS));
  }

  /** A variable of an optional storage is the profile's own where the storage is not given. */
  private static Set<String> variables(List<ProfileStorage> storages) {
    Stream<String> required =
        storages.stream().filter(storage -> !storage.optional()).map(ProfileStorage::name);
    return Stream.concat(Reserved.VARIABLES.stream(), required).collect(toUnmodifiableSet());
  }

  private static Set<String> given(List<ProfileStorage> storages) {
    return storages.stream()
        .filter(ProfileStorage::optional)
        .map(ProfileStorage::name)
        .collect(toUnmodifiableSet());
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(toUnmodifiableSet());
  }

  /** Every variable that a container of such a pod can have, beside those of its profile. */
  Set<String> allVariables() {
    return Stream.of(variables, givenVariables, firstVariables, Set.of("HOME", "USER", "LOGNAME"))
        .flatMap(Set::stream)
        .collect(toUnmodifiableSet());
  }

  /** The same for a container that is not the first one. */
  PodRole elsewhere() {
    return new PodRole(variables, givenVariables, Set.of(), paths);
  }
}
