package warren.launch.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import warren.launch.Setting;
import warren.launch.SingleWorkload;
import warren.launch.pod.NodePlacement;
import warren.launch.pod.PodStep;
import warren.names.Labels;
import warren.names.Names;

/**
 * The objects of a {@link SingleWorkload}: a Job for each Rabbit, and a Service that names the
 * pods.
 */
final class SingleObjects {
  private SingleObjects() {}

  static List<HasMetadata> of(SingleWorkload workload) {
    Setting setting = workload.setting();
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(service(setting));
    PodSpec pod = PodStep.all(workload.pod(), setting);
    workload.rabbits().forEach(rabbit -> objects.add(job(rabbit, pod, setting)));
    return List.copyOf(objects);
  }

  private static Service service(Setting setting) {
    return new ServiceBuilder()
        .withMetadata(Metadata.of(Names.service(setting.directive()), setting))
        .withNewSpec()
        .withClusterIP("None")
        // Containers look for each other while they start, long before all of them are ready.
        .withPublishNotReadyAddresses(true)
        .addToSelector(Labels.CONTAINER, Names.container(setting.directive()))
        .endSpec()
        .build();
  }

  private static Job job(String rabbit, PodSpec pod, Setting setting) {
    return new JobBuilder()
        .withMetadata(Metadata.of(Names.job(setting.directive(), rabbit), setting))
        .withNewSpec()
        .withBackoffLimit(setting.retryLimit())
        .withActiveDeadlineSeconds(setting.runTime().map(Duration::toSeconds).orElse(null))
        .withNewTemplate()
        .withMetadata(Metadata.ofPods(setting))
        .withSpec(on(rabbit, pod, setting))
        .endTemplate()
        .endSpec()
        .build();
  }

  private static PodSpec on(String rabbit, PodSpec pod, Setting setting) {
    return NodePlacement.onOneOf(List.of(rabbit), pod)
        .edit()
        .withRestartPolicy("Never")
        .withHostname(rabbit)
        .withSubdomain(Names.service(setting.directive()))
        .build();
  }
}
