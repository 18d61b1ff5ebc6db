package warren.profile;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                                .filter(value -> accepted(map, field, key, value))
                                .ifPresent(value -> texts.put(key, value))));
    return texts;
  }

  private static boolean accepted(Payload map, String field, String key, String value) {
    String path = map.pathOf(key);
    if (OTHERS.stream().anyMatch(key::startsWith)) {
      map.notes().overridden(path, value, "what Warren sets", "it tells whose a pod is");
      return false;
    }
    if (!KubernetesNames.isQualified(key)) {
      map.notes()
          .invalid(
              path,
              "is not the name of a label or an annotation",
              "Use letters, digits, '-', '_' and '.', after a domain and '/' if you like.");
    } else if (field.equals("labels") && !KubernetesNames.isLabelValue(value)) {
      map.notes()
          .invalid(
              path,
              "is '" + value + "', which cannot be a label's value",
              "Use up to 63 letters, digits, '-', '_' and '.'.");
    }
    return true;
  }
}
