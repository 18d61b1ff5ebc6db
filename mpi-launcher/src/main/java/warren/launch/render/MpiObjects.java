package warren.launch.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kubeflow.v2beta1.MPIJob;
import org.kubeflow.v2beta1.MPIJobSpec;
import org.kubeflow.v2beta1.mpijobspec.MpiReplicaSpecs;
import org.kubeflow.v2beta1.mpijobspec.RunPolicy;
import warren.launch.MpiWorkload;
import warren.launch.Setting;
import warren.launch.SshConfiguration;
import warren.launch.mpi.OpenMpiEnvironment;
import warren.launch.mpi.SshKeys;
import warren.launch.mpi.WorkerServer;
import warren.launch.mpi.WorkerSpread;
import warren.launch.pod.NodePlacement;
import warren.launch.pod.PodStep;
import warren.names.Names;

/** The objects of an {@link MpiWorkload}: an MPIJob, from which mpi-operator makes all the rest. */
final class MpiObjects {
  private MpiObjects() {}

  static List<HasMetadata> of(MpiWorkload workload) {
    return List.of(mpiJob(workload));
  }

  private static MPIJob mpiJob(MpiWorkload workload) {
    Setting setting = workload.setting();
    MPIJobSpec spec = new MPIJobSpec();
    spec.setMpiImplementation(workload.implementation());
    spec.setSlotsPerWorker(workload.slotsPerWorker());
    spec.setSshAuthMountPath(SshConfiguration.OPERATOR_KEYS);
    // Before the workers listen their names do not even resolve, and mpirun would fail and be
    // retried.
    spec.setLauncherCreationPolicy("WaitForWorkersReady");
    spec.setRunPolicy(runPolicy(setting));
    Map<String, MpiReplicaSpecs> replicas = new LinkedHashMap<>();
    replicas.put("Launcher", replicas(1, workload.launcher(), launcher(workload), setting));
    replicas.put(
        "Worker",
        replicas(workload.rabbits().size(), workload.worker(), worker(workload), setting));
    spec.setMpiReplicaSpecs(replicas);
    MPIJob job = new MPIJob();
    job.setMetadata(Metadata.of(Names.mpiJob(setting.directive()), setting));
    job.setSpec(spec);
    return job;
  }

  private static RunPolicy runPolicy(Setting setting) {
    RunPolicy policy = new RunPolicy();
    // The operator's default would leave the workers' servers running for ever.
    policy.setCleanPodPolicy("Running");
    policy.setBackoffLimit(setting.retryLimit());
    setting.runTime().map(Duration::toSeconds).ifPresent(policy::setActiveDeadlineSeconds);
    return policy;
  }

  private static MpiReplicaSpecs replicas(
      int count, PodTemplateSpec written, PodSpec pod, Setting setting) {
    MpiReplicaSpecs replicas = new MpiReplicaSpecs();
    replicas.setReplicas(count);
    // The restart policy stands here: one in the template would be overridden, with a warning.
    replicas.setRestartPolicy("Never");
    replicas.setTemplate(
        new PodTemplateSpecBuilder()
            .withMetadata(Metadata.ofPods(written.getMetadata(), setting))
            .withSpec(pod)
            .build());
    return replicas;
  }

  private static PodSpec pod(PodTemplateSpec written, Setting setting) {
    return SshKeys.mount(PodStep.all(written.getSpec(), setting), setting.account());
  }

  private static PodSpec launcher(MpiWorkload workload) {
    PodSpec pod = pod(workload.launcher(), workload.setting());
    return NodePlacement.onOneOf(
        workload.rabbits(), OpenMpiEnvironment.set(pod, workload.implementation()));
  }

  private static PodSpec worker(MpiWorkload workload) {
    Setting setting = workload.setting();
    PodSpec pod = pod(workload.worker(), setting);
    return WorkerSpread.oneOnEachOf(
        workload.rabbits(), WorkerServer.run(pod, setting.account()), setting);
  }
}
