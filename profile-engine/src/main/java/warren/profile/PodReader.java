package warren.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a pod of a profile: what its author may decide of it, and findings for all else. */
final class PodReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PodReader() {}

  /** Empty when the pod cannot be expressed; then the notes say why. */
  static Optional<PodSpec> read(Payload written) {
    Payload pod = written.filtered(PodFields.POD);
    Set<String> names = new HashSet<>();
    replace(pod, "initContainers", container -> ContainerReader.read(container, true, names));
    replace(pod, "containers", container -> ContainerReader.read(container, false, names));
    Set<String> volumes = new HashSet<>();
    replace(pod, "volumes", volume -> VolumeReader.read(volume, volumes));
    if (pod.node().path("containers").isEmpty()) {
      pod.notes()
          .invalid(
              pod.pathOf("containers"), "names no container", "A pod has at least one container.");
    }
    checkPullSecrets(pod);
    return parse(pod).filter(parsed -> mountsAreThere(pod, parsed));
  }

  private interface ItemReader {
    ObjectNode read(Payload item);
  }

  private static void replace(Payload pod, String field, ItemReader reader) {
    if (pod.has(field)) {
      ArrayNode items = JSON.createArrayNode();
      pod.objects(field).forEach(item -> items.add(reader.read(item)));
      pod.node().set(field, items);
    }
  }

  private static void checkPullSecrets(Payload pod) {
    for (Payload secret : pod.objects("imagePullSecrets")) {
      String name = secret.text("name").orElse("");
      if (!KubernetesNames.isSubdomain(name)) {
        secret
            .notes()
            .invalid(
                secret.pathOf("name"),
                "is '" + name + "', which cannot be a secret's name",
                "Name a secret of type kubernetes.io/dockerconfigjson.");
      }
    }
  }

  private static Optional<PodSpec> parse(Payload pod) {
    try {
      return Optional.of(JSON.treeToValue(pod.node(), PodSpec.class));
    } catch (JsonMappingException e) {
      String where = e.getPath().stream().map(PodReader::step).collect(Collectors.joining());
      pod.notes()
          .invalid(
              pod.path() + where,
              "has not the form Kubernetes wants",
              "Correct it in the profile.");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree has no syntax to be wrong", e);
    }
    return Optional.empty();
  }

  private static String step(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? "[" + reference.getIndex() + "]"
        : "." + reference.getFieldName();
  }

  private static boolean mountsAreThere(Payload pod, PodSpec parsed) {
    Set<String> volumes =
        parsed.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
    List<String> missing =
        PodSpecs.allContainers(parsed)
            .flatMap(container -> container.getVolumeMounts().stream())
            .map(mount -> String.valueOf(mount.getName()))
            .filter(name -> !volumes.contains(name))
            .distinct()
            .toList();
    missing.forEach(
        name ->
            pod.notes()
                .invalid(
                    pod.path(),
                    "mounts a volume '" + name + "' that it does not define",
                    "The job's storages are mounted without the profile's doing."));
    return missing.isEmpty();
  }
}
