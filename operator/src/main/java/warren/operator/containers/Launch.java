package warren.operator.containers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import warren.dw.Finding;
import warren.launch.HostNames;
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
 */
record Launch(List<HasMetadata> objects, Map<String, String> env) {
  Launch {
    objects = List.copyOf(objects);
    env = Map.copyOf(env);
  }

  static Launch of(SeenContainers seen) {
    Workload workload =
        Workloads.shape(
            new LaunchInputs(
                seen.workflow(), seen.plan(), seen.rabbits(), seen.secrets().copied()));
    return new Launch(KubernetesRenderer.render(workload), JobEnvironment.of(workload));
  }

  /** What of the names involved cannot become host names. */
  static List<Finding> unusableNames(
      WorkflowIdentity workflow, ContainerPlan plan, List<String> rabbits) {
    return HostNames.check(Workloads.shape(new LaunchInputs(workflow, plan, rabbits)));
  }

  /** What would be made on these Rabbits, while nothing is known of secrets and storage. */
  static List<HasMetadata> objects(
      WorkflowIdentity workflow, ContainerPlan plan, List<String> rabbits) {
    return KubernetesRenderer.render(Workloads.shape(new LaunchInputs(workflow, plan, rabbits)));
  }
}
