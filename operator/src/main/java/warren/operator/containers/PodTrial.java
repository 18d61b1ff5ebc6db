package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kubeflow.v2beta1.MPIJob;
import org.kubeflow.v2beta1.mpijobspec.MpiReplicaSpecs;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiRequest;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.Reserved;

/**
 * Asks the API server whether it would take the pods of a directive, and has nothing made: what it
 * knows and Warren does not is told before a job waits for its turn. The pods of an MPIJob are
 * tried as those of Jobs, because nobody looks at them before mpi-operator makes them.
 */
record PodTrial(KubernetesClient client) {
  /** Where a Job has its pods. */
  private static final String PODS = "spec.template.";

  PodTrial {
    requireNonNull(client, "client");
  }

  /**
   * What it has against them.
   *
   * @param objects those of the directive
   * @param profile whose pods they are
   * @throws KubernetesClientException when it gives no answer
   */
  List<Finding> findings(List<HasMetadata> objects, String profile) {
    return objects.stream()
        .flatMap(PodTrial::trials)
        .flatMap(job -> refusal(job).stream())
        .flatMap(refused -> findings(refused, profile))
        .distinct()
        .toList();
  }

  private static Stream<Job> trials(HasMetadata object) {
    return switch (object) {
      case Job job -> Stream.of(job);
      case MPIJob mpi ->
          mpi.getSpec().getMpiReplicaSpecs().entrySet().stream()
              .map(replica -> trial(mpi, replica));
      default -> Stream.empty();
    };
  }

  private static Job trial(MPIJob mpi, Map.Entry<String, MpiReplicaSpecs> replica) {
    return new JobBuilder()
        .withNewMetadata()
        .withNamespace(mpi.getMetadata().getNamespace())
        .withName(mpi.getMetadata().getName() + "-" + replica.getKey().toLowerCase(Locale.ROOT))
        .endMetadata()
        .withNewSpec()
        .withTemplate(
            new PodTemplateSpecBuilder(replica.getValue().getTemplate())
                .editSpec()
                .withRestartPolicy(replica.getValue().getRestartPolicy())
                // mpi-operator adds it, and the pods mount it.
                .addNewVolume()
                .withName(Reserved.SSH_VOLUME)
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .build())
        .endSpec()
        .build();
  }

  private Optional<ApiFailure.Refused> refusal(Job job) {
    try {
      client.resource(job).dryRun(true).create();
      return Optional.empty();
    } catch (KubernetesClientException e) {
      ApiRequest request = ApiRequest.create(job);
      return switch (ApiFailure.of(request, e)) {
        case ApiFailure.Refused refused -> Optional.of(refused);
        // Of another time, such as a name taken or a quota: PreRun tells, if it is so then.
        case ApiFailure.Stale stale -> Optional.empty();
        case ApiFailure.Transient later when later.leavesDryRunOpen() -> Optional.empty();
        case ApiFailure.Transient later -> throw request.failed(e);
        case ApiFailure.Forbidden forbidden -> throw request.failed(e);
      };
    }
  }

  private static Stream<Finding> findings(ApiFailure.Refused refused, String profile) {
    List<StatusCause> causes =
        refused.causes().stream().filter(cause -> cause.getField() != null).toList();
    return causes.isEmpty()
        ? Stream.of(finding("their Job", refused.why(), profile))
        : causes.stream().map(cause -> finding(cause.getField(), cause.getMessage(), profile));
  }

  private static Finding finding(String field, String why, String profile) {
    return Finding.error(
            new Code("pod-refused"),
            Blame.INTERNAL,
            "Kubernetes would not take the pods of profile %s: %s: %s%s"
                .formatted(
                    profile,
                    field.startsWith(PODS) ? field.substring(PODS.length()) : field,
                    why,
                    why.endsWith(".") ? "" : "."))
        .hint("Tell your administrator, who can correct the profile.");
  }
}
