package warren.profile;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.profile.ResolvedProfile.ProfileStorage;

/** Reads {@code spec} or {@code mpiSpec}, the latter in either spelling. */
final class WorkloadReader {
  private static final Set<String> IMPLEMENTATIONS = Set.of("OpenMPI", "Intel", "MPICH");

  private WorkloadReader() {}

  /**
   * Empty when the notes say why.
   *
   * @param storages what the profile names, each of which becomes a variable
   * @param retryLimit how often a failed container is tried again
   */
  static Optional<ProfileWorkload> read(
      Payload payload, List<ProfileStorage> storages, int retryLimit) {
    boolean single = payload.has("spec");
    boolean mpi = payload.has("mpiSpec");
    if (single == mpi) {
      payload
          .notes()
          .invalid(
              single ? "spec" : "data",
              single ? "stands beside mpiSpec" : "has neither spec nor mpiSpec",
              "Give exactly one of spec and mpiSpec.");
    }
    // With both, each is read all the same: its own faults are to be told too.
    Optional<ProfileWorkload> pod =
        payload
            .object("spec")
            .flatMap(spec -> PodReader.read(spec, PodRole.single(storages)))
            .map(ProfileWorkload.Single::new);
    Optional<ProfileWorkload> job =
        payload.object("mpiSpec").flatMap(written -> readMpi(written, storages, retryLimit));
    return pod.or(() -> job);
  }

  private static Optional<ProfileWorkload> readMpi(
      Payload written, List<ProfileStorage> storages, int retryLimit) {
    Payload mpi = written.filtered(MpiFields.MPI);
    if (mpi.has("mpiReplicaSpecs") && (mpi.has("launcher") || mpi.has("worker"))) {
      mpi.notes()
          .invalid(
              mpi.pathOf("mpiReplicaSpecs"),
              "stands beside launcher or worker",
              "Use one spelling: mpiReplicaSpecs, or launcher and worker.");
      return Optional.empty();
    }
    mpi.object("mpiReplicaSpecs").ifPresent(replicas -> replicas.filtered(MpiFields.REPLICAS));
    mpi.object("runPolicy").ifPresent(policy -> policy.filtered(MpiFields.runPolicy(retryLimit)));
    mpi.defaulted("slotsPerWorker", "mpiImplementation");
    int slots = mpi.number("slotsPerWorker", 1, Integer.MAX_VALUE).orElse(1L).intValue();
    String implementation = mpi.text("mpiImplementation").orElse("OpenMPI");
    if (!IMPLEMENTATIONS.contains(implementation)) {
      mpi.notes()
          .invalid(
              mpi.pathOf("mpiImplementation"),
              "is '" + implementation + "'",
              "It is one of OpenMPI, Intel and MPICH.");
    }
    Optional<PodTemplateSpec> launcher =
        pod(
            mpi,
            "launcher",
            "Launcher",
            MpiFields.LAUNCHER,
            PodRole.launcher(storages, implementation));
    Optional<PodTemplateSpec> worker =
        pod(mpi, "worker", "Worker", MpiFields.WORKER, PodRole.worker(storages));
    return launcher.flatMap(
        first ->
            worker.map(second -> new ProfileWorkload.Mpi(first, second, slots, implementation)));
  }

  /** The pod in today's spelling, or else in the replica specs of an MPIJob. */
  private static Optional<PodTemplateSpec> pod(
      Payload mpi, String field, String replica, FieldTable replicaFields, PodRole role) {
    if (!mpi.has("mpiReplicaSpecs")) {
      return required(mpi, field)
          .flatMap(pod -> PodReader.read(pod, role))
          .map(TemplateReader::bare);
    }
    return mpi.object("mpiReplicaSpecs")
        .flatMap(replicas -> required(replicas, replica))
        .map(spec -> spec.filtered(replicaFields))
        .flatMap(spec -> required(spec, "template"))
        .map(template -> template.filtered(MpiFields.TEMPLATE))
        .flatMap(
            template ->
                required(template, "spec")
                    .flatMap(spec -> TemplateReader.read(template, spec, role)));
  }

  private static Optional<Payload> required(Payload parent, String field) {
    if (!parent.has(field)) {
      parent
          .notes()
          .invalid(
              parent.pathOf(field),
              "is missing",
              "An MPI profile has a launcher's pod and a worker's.");
    }
    return parent.object(field);
  }
}
