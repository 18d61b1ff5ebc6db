package warren.profile;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import warren.profile.model.ModelCheck;

/** Reads a pod template: its pod, and the labels and annotations that are its author's. */
final class TemplateReader {
  /** Who writes labels and annotations of these domains: Warren, NNF, DWS or mpi-operator. */
  private static final List<String> OTHERS =
      List.of(
          "warren.internal/",
          "nnf.cray.hpe.com/",
          "dataworkflowservices.github.io/",
          "training.kubeflow.org/",
          "batch.kubernetes.io/",
          "app.kubernetes.io/managed-by");

  /** Labels without a domain that Kubernetes gives to every pod of a Job. */
  private static final Set<String> OF_THE_JOB = Set.of("job-name", "controller-uid");

  private TemplateReader() {}

  static PodTemplateSpec bare(PodSpec pod) {
    return new PodTemplateSpecBuilder().withSpec(pod).build();
  }

  /**
   * @param spec the template's {@code spec}
   */
  static Optional<PodTemplateSpec> read(Payload template, Payload spec, PodRole role) {
    Optional<Payload> metadata =
        template.object("metadata").map(written -> written.filtered(MpiFields.METADATA));
    metadata.ifPresent(m -> ModelCheck.check(m.node(), ObjectMeta.class, m.path(), m.notes()));
    Map<String, String> labels = metadata.map(m -> texts(m, "labels")).orElse(Map.of());
    Map<String, String> annotations = metadata.map(m -> texts(m, "annotations")).orElse(Map.of());
    return PodReader.read(spec, role)
        .map(
            pod ->
                labels.isEmpty() && annotations.isEmpty()
                    ? bare(pod)
                    : bare(pod)
                        .edit()
                        .withNewMetadata()
                        .withLabels(labels)
                        .withAnnotations(annotations)
                        .endMetadata()
                        .build());
  }

  private static Map<String, String> texts(Payload metadata, String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    metadata
        .object(field)
        .ifPresent(
            map ->
                map.node()
                    .fieldNames()
                    .forEachRemaining(
                        key ->
                            map.text(key)
                                .filter(value -> isTheAuthors(map, field, key, value))
                                .ifPresent(value -> texts.put(key, value))));
    return texts;
  }

  private static boolean isTheAuthors(Payload map, String field, String key, String value) {
    boolean others =
        OTHERS.stream().anyMatch(key::startsWith)
            || (field.equals("labels") && OF_THE_JOB.contains(key));
    if (others) {
      map.notes().overridden(map.pathOf(key), value, "what Warren sets", "it tells whose a pod is");
    }
    return !others;
  }
}
