package warren.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Reads one volume of a profile's pod. */
final class VolumeReader {
  /** Added to pods by Warren or by mpi-operator; Warren's own begin with {@code warren-}. */
  private static final Set<String> RESERVED = Set.of("ssh-auth", "mpi-job-config");

  private VolumeReader() {}

  /**
   * The fields an author may decide.
   *
   * @param names the names of the pod's volumes so far; this one's is added
   */
  static ObjectNode read(Payload written, Set<String> names) {
    Payload volume = written.filtered(PodFields.VOLUME);
    checkName(volume, names);
    if (volume.has("projected")) {
      volume
          .object("projected")
          .ifPresent(projected -> projected.objects("sources").forEach(VolumeReader::refuseToken));
    }
    return volume.node();
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
    } else if (RESERVED.contains(name) || name.startsWith("warren-")) {
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
