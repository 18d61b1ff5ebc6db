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

/**
 * The objects that carry one workflow's UID as a label, the only ones that are taken for its own. A
 * look may be a moment old, except during Teardown.
 */
public interface Look {
  /** Jobs of containers, in the workflow's namespace. */
  List<Job> containerJobs();

  /** Jobs that make or remove directories, in the system namespace. */
  List<Job> directoryJobs();

  /** Pods of containers, in the workflow's namespace. */
  List<Pod> containerPods();

  /** Pods of the Jobs that make or remove directories; always asked for anew. */
  List<Pod> directoryPods();

  /**
   * Copies of pull secrets, in the workflow's namespace, without content; always asked for anew.
   */
  List<Secret> secrets();

  List<PersistentVolumeClaim> claims();

  List<PersistentVolume> volumes();

  /** Kubeflow's MPIJobs; none where the cluster does not know the kind. */
  List<GenericKubernetesResource> mpiJobs();

  /** What the cluster's components tell about this very object; always asked for anew. */
  List<Event> events(HasMetadata object);

  /** All that went wrong in the system namespace of late; always asked for anew. */
  List<Event> systemWarnings();
}
