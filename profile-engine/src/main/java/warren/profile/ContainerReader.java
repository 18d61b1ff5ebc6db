package warren.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.Set;
import warren.names.KubernetesNames;
import warren.profile.model.Values;

/**
 * Reads one container or init container of a profile.
 *
 * @param names the names of the pod's containers so far; each one's is added
 * @param volumes the names of the pod's volumes
 * @param role what Warren sets in it itself
 */
record ContainerReader(boolean init, Set<String> names, Set<String> volumes, PodRole role) {
  /** In characters; as the definition of profiles has it. */
  private static final int LONGEST_IMAGE = 4096;

  private static final String NODE_PORTS = "a node's ports are given out by Warren";

  /** The fields an author may decide. */
  ObjectNode read(Payload written) {
    Payload container = written.filtered(PodFields.CONTAINER);
    SecurityReader.remove(container, SecurityContext.class);
    checkName(container);
    checkImage(container);
    checkRestartPolicy(container);
    container.objects("ports").forEach(ContainerReader::refuseHostPort);
    for (Payload mount : container.objects("volumeMounts")) {
      new MountCheck(volumes, role.paths()).check(mount);
    }
    container.objects("env").forEach(this::tellVariable);
    new VariableCheck(role.allVariables()).check(container);
    return container.node();
  }

  private void checkName(Payload container) {
    String name = container.text("name").orElse("");
    if (!KubernetesNames.isLabel(name)) {
      container
          .notes()
          .invalid(
              container.pathOf("name"),
              "is '" + name + "', which cannot be a container's name",
              "Use 1 to 63 lower-case letters, digits and hyphens.");
    } else if (!names.add(name)) {
      container
          .notes()
          .invalid(
              container.pathOf("name"),
              "is '" + name + "', as another container's is",
              "Give every container a name of its own.");
    }
  }

  private static void checkImage(Payload container) {
    String image = container.text("image").orElse("");
    if (image.codePointCount(0, image.length()) > LONGEST_IMAGE) {
      container
          .notes()
          .invalid(
              container.pathOf("image"),
              "is '" + Values.shown(image) + "', longer than " + LONGEST_IMAGE + " characters",
              "Name an image, such as registry.example.org/team/app:v1.0.");
    } else if (image.isEmpty() || image.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      container
          .notes()
          .invalid(
              container.pathOf("image"),
              "is '" + image + "', which cannot be an image",
              "Name an image, such as registry.example.org/team/app:v1.0.");
    }
  }

  private void checkRestartPolicy(Payload container) {
    boolean sidecar = init && container.text("restartPolicy").orElse("Always").equals("Always");
    if (container.has("restartPolicy") && !sidecar) {
      container
          .notes()
          .refused(
              container.pathOf("restartPolicy"),
              "only an init container has one, and it is Always");
    }
  }

  private static void refuseHostPort(Payload port) {
    // Values of another kind are told as such.
    if (port.node().path("hostPort").isIntegralNumber()
        && port.node().path("hostPort").asLong() != 0) {
      port.notes().refused(port.pathOf("hostPort"), NODE_PORTS);
    }
    if (!port.node().path("hostIP").asText().isEmpty()) {
      port.notes().refused(port.pathOf("hostIP"), NODE_PORTS);
    }
  }

  private void tellVariable(Payload variable) {
    String name = variable.node().path("name").asText();
    if (role.variables().contains(name)) {
      tell(variable, name, "the one that Warren sets", "every container gets it");
    } else if (role.givenVariables().contains(name)) {
      variable
          .notes()
          .unwise(
              variable.path(),
              "gives " + name + " a value, and where a job gives that storage, its path counts",
              "Keep it only if it is meant for jobs without the storage.");
    } else if (!init && role.firstVariables().contains(name)) {
      tell(variable, name, "the one that mpi-operator sets", "it counts after the profile's");
    }
  }

  private static void tell(Payload variable, String name, String used, String reason) {
    variable.notes().overridden(variable.path(), name, used, reason);
  }
}
