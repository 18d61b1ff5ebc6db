package warren.operator.driver;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.api.RabbitDirectory;

/**
 * The objects of one workflow in the cluster. An object belongs to the workflow if the object
 * carries the workflow's UID as a label; only the copies of profiles are found by name.
 */
public interface ClusterView {
  /** Jobs of containers, in the workflow's namespace. */
  List<Job> containerJobs();

  /**
   * Jobs that mpi-operator creates for the launchers of these MPIJobs. They carry none of our
   * labels; an owner reference names the MPIJob.
   */
  List<Job> launcherJobs(List<GenericKubernetesResource> mpiJobs);

  /** Directories on Rabbits, in the system namespace. */
  List<RabbitDirectory> directories();

  /** Pods of containers, in the workflow's namespace. */
  List<Pod> containerPods();

  /** The pods of all Rabbits' agents, in the system namespace; no workflow's own. */
  List<Pod> agentPods();

  /** Copies of pull secrets, in the workflow's namespace, without their content. */
  List<Secret> secrets();

  List<PersistentVolumeClaim> claims();

  List<PersistentVolume> volumes();

  /** Kubeflow's MPIJobs; empty where the cluster does not have the kind. */
  List<GenericKubernetesResource> mpiJobs();

  /**
   * What stands under the name of a copy of a profile, in the workflow's namespace. A cached view
   * also shows what is not the workflow's own.
   */
  Optional<NnfContainerProfile> pinnedProfile(String name);

  /** What the cluster's components report about this object. */
  List<Event> events(HasMetadata object);
}
