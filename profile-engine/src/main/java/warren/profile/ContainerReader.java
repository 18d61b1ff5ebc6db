package warren.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import warren.names.StoragePaths;

/** Reads one container or init container of a profile. */
final class ContainerReader {
  private ContainerReader() {}

  /**
   * The fields an author may decide.
   *
   * @param names the names of the pod's containers so far; this one's is added
   */
  static ObjectNode read(Payload written, boolean init, Set<String> names) {
    refusePrivileges(written);
    Payload container = written.filtered(PodFields.CONTAINER);
    checkName(container, names);
    checkImage(container);
    checkRestartPolicy(container, init);
    container.objects("ports").forEach(ContainerReader::refuseHostPort);
    container.objects("volumeMounts").forEach(ContainerReader::checkMountPath);
    return container.node();
  }

  private static void refusePrivileges(Payload container) {
    if (!container.node().path("securityContext").isObject()) {
      return;
    }
    container
        .object("securityContext")
        .ifPresent(
            security -> {
              if (security.flag("privileged", false)) {
                security
                    .notes()
                    .refused(
                        security.pathOf("privileged"),
                        "containers run as the job's user, without privileges");
              }
              if (!security.node().path("capabilities").path("add").isEmpty()) {
                security
                    .notes()
                    .refused(
                        security.pathOf("capabilities.add"),
                        "containers run without any capability");
              }
            });
  }

  private static void checkName(Payload container, Set<String> names) {
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
    if (image.isEmpty() || image.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      container
          .notes()
          .invalid(
              container.pathOf("image"),
              "is '" + image + "', which cannot be an image",
              "Name an image, such as registry.example.org/team/app:v1.0.");
    }
  }

  private static void checkRestartPolicy(Payload container, boolean init) {
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
    for (String field : new String[] {"hostPort", "hostIP"}) {
      if (port.has(field) && !port.node().path(field).toString().equals("0")) {
        port.notes().refused(port.pathOf(field), "a node's ports are given out by Warren");
      }
    }
  }

  private static void checkMountPath(Payload mount) {
    String path = mount.text("mountPath").orElse("");
    boolean taken =
        path.equals(StoragePaths.MOUNT_PREFIX) || path.startsWith(StoragePaths.MOUNT_PREFIX + "/");
    if (!path.startsWith("/") || taken) {
      mount
          .notes()
          .invalid(
              mount.pathOf("mountPath"),
              "is '" + path + "', where nothing of a profile can be mounted",
              "Use an absolute path outside " + StoragePaths.MOUNT_PREFIX + ".");
    }
  }
}
