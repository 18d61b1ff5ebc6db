package warren.profile.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a payload as v1alpha1's, which holds every pod of v1alpha11. */
final class FullShape {
  private final Losses losses;

  FullShape(Losses losses) {
    this.losses = losses;
  }

  ObjectNode of(ObjectNode data) {
    ObjectNode rest = data.deepCopy();
    if (rest.path(Fields.CREATE_CONTAINER).asBoolean(false)) {
      rest.remove(Fields.CREATE_CONTAINER); // v1alpha1 always creates containers
    }
    ObjectNode full = DataFields.of(rest, Fields.FULL_DATA, losses);
    if (full.get("mpiSpec") instanceof ObjectNode mpi) {
      full.set("mpiSpec", mpi(mpi));
    }
    return full;
  }

  private ObjectNode mpi(ObjectNode mpi) {
    ObjectNode rest = mpi.deepCopy();
    JsonNode launcher = rest.remove("launcher");
    JsonNode worker = rest.remove("worker");
    JsonNode offload = rest.remove("copyOffload");
    ObjectNode full = losses.keep(rest, "mpiSpec", Fields.FULL_MPI);
    if (launcher instanceof ObjectNode pod
        && offload != null
        && offload.asBoolean(false)
        && !pod.has("serviceAccountName")) {
      launcher = pod.deepCopy().put("serviceAccountName", Fields.COPY_OFFLOAD_ACCOUNT);
    } else if (offload != null && offload.asBoolean(true)) {
      losses.lost("mpiSpec", "copyOffload", offload);
    }
    move(launcher, "launcher", full, "Launcher");
    move(worker, "worker", full, "Worker");
    return full;
  }

  private void move(JsonNode pod, String field, ObjectNode full, String replica) {
    if (pod == null) {
      return;
    }
    ObjectNode replicas = full.withObjectProperty("mpiReplicaSpecs");
    if (replicas.has(replica)) {
      losses.lost("mpiSpec", field, pod);
      return;
    }
    ObjectNode template = JsonNodeFactory.instance.objectNode().set("spec", pod);
    replicas.set(replica, JsonNodeFactory.instance.objectNode().set("template", template));
  }
}
