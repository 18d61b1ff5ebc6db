package warren.cli.plan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Collectors;
import warren.launch.render.KubernetesRenderer;

/** The Kubernetes objects of a plan. */
final class PlanObjects {
  private PlanObjects() {}

  /** Those of the container directives, in the order they are made. */
  static List<HasMetadata> of(PlannedJob job) {
    return job.plan().containers().stream()
        .flatMap(container -> KubernetesRenderer.render(job.workload(container)).stream())
        .toList();
  }

  /** The same as a YAML stream; empty when there are none. */
  static String yaml(PlannedJob job) {
    return of(job).stream().map(Serialization::asYaml).collect(Collectors.joining());
  }

  /** The same as one {@code List}, as kubectl has it. */
  static String json(PlannedJob job) {
    KubernetesList list = new KubernetesList();
    list.setItems(of(job));
    return Serialization.asJson(list);
  }
}
