package warren.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import warren.names.KubernetesNames;
import warren.profile.model.ModelCheck;

/** Reads a pod of a profile: what its author may decide of it, and findings for all else. */
final class PodReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NODE = "kubernetes.io/hostname";

  private PodReader() {}

  /**
   * Empty when the pod cannot be expressed; then the notes say why.
   *
   * @param role what Warren sets in such a pod itself
   */
  static Optional<PodSpec> read(Payload written, PodRole role) {
    Payload pod = written.filtered(PodFields.POD);
    pod.checkLengths("initContainers", "containers");
    SecurityReader.remove(pod, PodSecurityContext.class);
    Set<String> names = new HashSet<>();
    Set<String> volumes = new HashSet<>();
    replace(pod, "volumes", volume -> VolumeReader.read(volume, volumes));
    ContainerReader init = new ContainerReader(true, names, volumes, role.elsewhere());
    ContainerReader first = new ContainerReader(false, names, volumes, role);
    ContainerReader others = new ContainerReader(false, names, volumes, role.elsewhere());
    replace(pod, "initContainers", init::read);
    replace(
        pod,
        "containers",
        container -> (container.path().endsWith("containers[0]") ? first : others).read(container));
    if (pod.node().path("containers").isEmpty()) {
      pod.notes()
          .invalid(
              pod.pathOf("containers"), "names no container", "A pod has at least one container.");
    }
    checkPullSecrets(pod);
    checkNodeSelector(pod);
    ModelCheck.check(pod.node(), PodSpec.class, pod.path(), pod.notes());
    return pod.notes().hasErrors() ? Optional.empty() : Optional.of(parse(pod));
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

  /** Where each pod runs is Warren's to say; which nodes are fit for it may be the author's. */
  private static void checkNodeSelector(Payload pod) {
    pod.object("nodeSelector")
        .ifPresent(
            selector -> {
              selector
                  .text(NODE)
                  .ifPresent(
                      node ->
                          pod.notes()
                              .overridden(
                                  selector.pathOf(NODE),
                                  node,
                                  "one pod on each Rabbit",
                                  PodFields.PLACES));
              selector.node().remove(NODE);
            });
  }

  /** What the model's check let pass is what the model can hold. */
  private static PodSpec parse(Payload pod) {
    try {
      return JSON.treeToValue(pod.node(), PodSpec.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("checked, and yet no pod: " + pod.path(), e);
    }
  }
}
