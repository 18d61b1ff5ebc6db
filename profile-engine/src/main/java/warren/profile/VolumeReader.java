package warren.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import warren.names.Reserved;

/** Reads one volume of a profile's pod. */
final class VolumeReader {
  private VolumeReader() {}

  /**
   * The fields an author may decide.
   *
   * @param names the names of the pod's volumes so far; this one's is added
   */
  static ObjectNode read(Payload written, Set<String> names) {
    Payload volume = written.filtered(PodFields.VOLUME);
    checkName(volume, names);
    checkKind(written, volume);
    if (volume.has("projected")) {
      volume
          .object("projected")
          .ifPresent(projected -> projected.objects("sources").forEach(VolumeReader::refuseToken));
    }
    return volume.node();
  }

  /** A kind that is not kept has been told already. */
  private static void checkKind(Payload written, Payload kept) {
    int kinds = kept.node().size() - (kept.has("name") ? 1 : 0);
    if (kinds > 1 || (kinds == 0 && written.node().size() == (written.has("name") ? 1 : 0))) {
      kept.notes()
          .invalid(
              kept.path(),
              kinds == 0 ? "has no kind" : "has more than one kind",
              "Give exactly one of emptyDir, configMap, secret, downwardAPI and projected.");
    }
  }

  private static void refuseToken(Payload source) {
    for (String field : new String[] {"serviceAccountToken", "podCertificate"}) {
      if (source.has(field)) {
        source
            .notes()
            .refused(
                source.pathOf(field),
                "containers of a job have no business with the cluster's API");
      }
    }
  }

  private static void checkName(Payload volume, Set<String> names) {
    String name = volume.text("name").orElse("");
    if (!KubernetesNames.isLabel(name)) {
      volume
          .notes()
          .invalid(
              volume.pathOf("name"),
              "is '" + name + "', which cannot be a volume's name",
              "Use 1 to 63 lower-case letters, digits and hyphens.");
    } else if (Reserved.VOLUMES.contains(name) || name.startsWith("warren-")) {
      volume
          .notes()
          .invalid(
              volume.pathOf("name"),
              "is '" + name + "', a name of Warren's own volumes",
              "Give the volume another name.");
    } else if (!names.add(name)) {
      volume
          .notes()
          .invalid(
              volume.pathOf("name"),
              "is '" + name + "', as another volume's is",
              "Give every volume a name of its own.");
    }
  }
}
