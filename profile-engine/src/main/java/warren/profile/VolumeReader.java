package warren.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warren.names.KubernetesNames;
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
    return volume.node();
  }

  /**
   * A kind that is not kept has been told already. Of one without a value Kubernetes makes an
   * emptyDir, whatever its name.
   */
  private static void checkKind(Payload written, Payload kept) {
    int kinds = kept.node().size() - (kept.has("name") ? 1 : 0);
    List<String> others =
        written.node().properties().stream()
            .map(Map.Entry::getKey)
            .filter(field -> !field.equals("name"))
            .toList();
    if (kinds > 1 || others.isEmpty()) {
      kept.notes()
          .invalid(
              kept.path(),
              kinds == 0 ? "has no kind" : "has more than one kind",
              "Give exactly one of emptyDir, configMap, secret, downwardAPI and projected.");
    } else if (others.stream().noneMatch(written::has)) {
      kept.notes()
          .invalid(
              kept.pathOf(others.getFirst()),
              "has no value",
              "Say what the volume is made of; for an emptyDir {} is enough.");
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
