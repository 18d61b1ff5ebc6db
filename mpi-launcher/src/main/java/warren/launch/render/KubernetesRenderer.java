package warren.launch.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import warren.launch.MpiWorkload;
import warren.launch.SingleWorkload;
import warren.launch.Workload;

/** From a {@link Workload} to the Kubernetes objects that make it run. */
public final class KubernetesRenderer {
  private KubernetesRenderer() {}

  /**
   * The objects in the order they are to be created, each in the workflow's namespace, owned by the
   * Workflow and labelled with its UID. The same workload gives the same objects.
   *
   * <p>Single: Service, and a Job for each Rabbit in the Rabbits' order. MPI: MPIJob. The claims of
   * the storages are not among them; pods wait until those are there.
   */
  public static List<HasMetadata> render(Workload workload) {
    return switch (workload) {
      case SingleWorkload single -> SingleObjects.of(single);
      case MpiWorkload mpi -> MpiObjects.of(mpi);
    };
  }
}
