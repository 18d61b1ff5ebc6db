package warren.profile.convert;

import static java.util.Objects.requireNonNull;

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

  public ProfileConversion {
    requireNonNull(profile, "profile");
    findings = List.copyOf(findings);
  }

  /**
   * Writes a profile of either shape in the wanted one. Whether it is valid is not asked: what is
   * wrong stays wrong.
   *
   * @param places where its fields stand, for the findings
   */
  public static ProfileConversion of(
      NnfContainerProfile original, ProfileShape target, FieldPlaces places) {
    Losses losses = new Losses(original.getMetadata().getName(), target, places);
    ObjectNode payload =
        switch (target) {
          case V1ALPHA1 -> new FullShape(losses).of(original.getData());
          case V1ALPHA11 -> new SlimShape(losses).of(original.getData());
        };
    NnfContainerProfile converted = new NnfContainerProfile();
    converted.setApiVersion(target.apiVersion());
    converted.setMetadata(written(original.getMetadata()));
    converted.setData(payload);
    return new ProfileConversion(converted, losses.findings());
  }

  private static ObjectMeta written(ObjectMeta metadata) {
    Map<String, String> annotations = new LinkedHashMap<>(metadata.getAnnotations());
    annotations.remove(LAST_APPLIED);
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
