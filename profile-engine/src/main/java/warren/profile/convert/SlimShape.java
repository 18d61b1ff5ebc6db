package warren.profile.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Writes a payload as v1alpha11's. */
final class SlimShape {
  private static final Set<String> DATA = union(Fields.FULL_DATA, Fields.CREATE_CONTAINER);

  private final Losses losses;

  SlimShape(Losses losses) {
    this.losses = losses;
  }

  ObjectNode of(ObjectNode data) {
    ObjectNode slim = DataFields.of(data, DATA, losses);
    if (slim.get("spec") instanceof ObjectNode pod) {
      slim.set("spec", pod(pod, "spec"));
    }
    if (slim.get("mpiSpec") instanceof ObjectNode mpi) {
      slim.set("mpiSpec", mpi(mpi));
    }
    return slim;
  }

  private ObjectNode pod(ObjectNode pod, String path) {
    ObjectNode slim = losses.keep(pod, path, Fields.SLIM_POD);
    for (String field : new String[] {"initContainers", "containers"}) {
      DataFields.replace(
          slim, field, path, (item, place) -> losses.keep(item, place, Fields.SLIM_CONTAINER));
    }
    return slim;
  }

  private ObjectNode mpi(ObjectNode mpi) {
    ObjectNode flat = mpi.deepCopy();
    JsonNode replicas = flat.remove("mpiReplicaSpecs");
    ObjectNode slim = losses.keep(flat, "mpiSpec", Fields.SLIM_MPI);
    for (String field : new String[] {"launcher", "worker"}) {
      if (slim.get(field) instanceof ObjectNode pod) {
        slim.set(field, pod(pod, "mpiSpec." + field));
      }
    }
    if (replicas instanceof ObjectNode specs) {
      ObjectNode rest = specs.deepCopy();
      replica(rest, "Launcher", slim, "launcher");
      replica(rest, "Worker", slim, "worker");
      losses.keep(rest, "mpiSpec.mpiReplicaSpecs", Set.of());
    } else if (replicas != null) {
      losses.lost("mpiSpec", "mpiReplicaSpecs", replicas);
    }
    return slim;
  }

  /** Moves the pod of a replica spec to where v1alpha11 has it; what surrounds it is lost. */
  private void replica(ObjectNode replicas, String name, ObjectNode slim, String field) {
    String path = "mpiSpec.mpiReplicaSpecs." + name;
    if (!(replicas.get(name) instanceof ObjectNode replica) || slim.has(field)) {
      return;
    }
    replicas.remove(name);
    ObjectNode kept = losses.keep(replica, path, Set.of("template"));
    if (kept.get("template") instanceof ObjectNode template) {
      ObjectNode inner = losses.keep(template, path + ".template", Set.of("spec"));
      if (inner.get("spec") instanceof ObjectNode pod) {
        if (field.equals("launcher") && copyOffload(pod)) {
          pod.remove("serviceAccountName");
          slim.put("copyOffload", true);
        }
        slim.set(field, pod(pod, path + ".template.spec"));
      }
    }
  }

  /** How upstream's own conversion told a launcher that offloads copies. */
  private static boolean copyOffload(ObjectNode launcher) {
    return launcher.path("serviceAccountName").asText().equals(Fields.COPY_OFFLOAD_ACCOUNT);
  }

  private static Set<String> union(Set<String> fields, String more) {
    Set<String> all = new HashSet<>(fields);
    all.add(more);
    return Set.copyOf(all);
  }
}
