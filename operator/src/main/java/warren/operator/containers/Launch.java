package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import warren.launch.JobEnvironment;
import warren.launch.LaunchInputs;
import warren.launch.Workload;
import warren.launch.Workloads;
import warren.launch.render.KubernetesRenderer;
import warren.names.WorkflowIdentity;
import warren.plan.ContainerPlan;

/**
 * How to launch a container directive.
 *
 * @param objects to be made, in this order
 * @param env for the job's processes
 * @param launcher the variable of {@code env} that shall name an MPI launcher's node
 */
record Launch(List<HasMetadata> objects, Map<String, String> env, String launcher) {
  Launch {
    objects = List.copyOf(objects);
    env = Map.copyOf(env);
    requireNonNull(launcher, "launcher");
  }

  static Launch of(SeenContainers seen) {
    Workload workload =
        Workloads.shape(
            new LaunchInputs(
                seen.workflow(),
                seen.plan(),
                seen.rabbits(),
                seen.mounts(),
                seen.secrets().copied()));
    return new Launch(
        KubernetesRenderer.render(workload),
        JobEnvironment.of(workload),
        JobEnvironment.launcher(workload));
  }

  /** What would run on these Rabbits, by names alone: of secrets nothing is known yet. */
  static Workload outline(WorkflowIdentity workflow, ContainerPlan plan, List<String> rabbits) {
    return Workloads.shape(new LaunchInputs(workflow, plan, rabbits));
  }
}
