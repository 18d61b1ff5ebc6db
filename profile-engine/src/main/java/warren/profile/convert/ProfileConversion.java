package warren.profile.convert;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.api.NnfContainerProfile;
import warren.dw.Finding;
import warren.profile.FieldPlaces;

/**
 * A profile in another shape.
 *
 * @param profile has only fields that upstream's resource of that version has, and its metadata but
 *     for what API servers put there
 * @param findings what the shape cannot hold, in the order of the original: a warning for each
 *     field that is lost, an error where the result lets more people, or larger jobs, use it
 */
public record ProfileConversion(NnfContainerProfile profile, List<Finding> findings) {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** Where upstream keeps the newest version of a profile that it gives out in an older one. */
  private static final String CONVERTED = "cluster.x-k8s.io/conversion-data";

  private static final ObjectMapper JSON = new ObjectMapper();

  public ProfileConversion {
    requireNonNull(profile, "profile");
    findings = List.copyOf(findings);
  }

  /**
   * Writes a profile of any published version in the wanted shape. Whether it is valid is not
   * asked: what is wrong stays wrong.
   *
   * @param places where its fields stand, for the findings
   */
  public static ProfileConversion of(
      NnfContainerProfile original, ProfileShape target, FieldPlaces places) {
    Losses losses =
        new Losses(original.getMetadata().getName(), target, isOf(original, target), places);
    ObjectNode data = restored(original);
    ObjectNode payload =
        switch (target) {
          case V1ALPHA1 -> new FullShape(losses).of(data);
          case V1ALPHA11 -> new SlimShape(losses).of(data);
        };
    NnfContainerProfile converted = new NnfContainerProfile();
    converted.setApiVersion(target.apiVersion());
    converted.setMetadata(written(original.getMetadata()));
    converted.setData(payload);
    return new ProfileConversion(converted, losses.findings());
  }

  /** By its version and by its spelling: upstream published v1alpha7 in both shapes. */
  private static boolean isOf(NnfContainerProfile profile, ProfileShape shape) {
    boolean full = profile.getData().path("mpiSpec").has("mpiReplicaSpecs");
    return ProfileShape.ofApiVersion(String.valueOf(profile.getApiVersion()))
        .filter(written -> written == shape && (shape == ProfileShape.V1ALPHA1 || !full))
        .isPresent();
  }

  /**
   * The payload, with what upstream's own conversion to an older version moved from there into an
   * annotation.
   */
  private static ObjectNode restored(NnfContainerProfile original) {
    ObjectNode data = original.getData();
    String newest = original.getMetadata().getAnnotations().get(CONVERTED);
    if (newest == null || data.has(Fields.CREATE_CONTAINER)) {
      return data;
    }
    try {
      JsonNode create = JSON.readTree(newest).path("data").path(Fields.CREATE_CONTAINER);
      return create.isBoolean()
          ? data.deepCopy().put(Fields.CREATE_CONTAINER, create.booleanValue())
          : data;
    } catch (JsonProcessingException damaged) {
      return data; // upstream's conversion wrote something else, or nothing of this profile
    }
  }

  private static ObjectMeta written(ObjectMeta metadata) {
    Map<String, String> annotations = new LinkedHashMap<>(metadata.getAnnotations());
    annotations.remove(LAST_APPLIED);
    annotations.remove(CONVERTED);
    return new ObjectMetaBuilder()
        .withName(metadata.getName())
        .withGenerateName(metadata.getGenerateName())
        .withNamespace(metadata.getNamespace())
        .withLabels(metadata.getLabels())
        .withAnnotations(annotations)
        .withFinalizers(metadata.getFinalizers())
        .withOwnerReferences(metadata.getOwnerReferences())
        .build();
  }
}
