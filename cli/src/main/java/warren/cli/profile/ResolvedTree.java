package warren.cli.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import warren.profile.FailureAction;
import warren.profile.IdRange;
import warren.profile.ProfileLimits;
import warren.profile.ProfileUsers;
import warren.profile.ProfileWorkload;
import warren.profile.ResolvedProfile;

/**
 * What a profile says in the end, for programs: the fields of the v1alpha11 shape with all
 * defaults, and beside them which fields are defaults and what Warren sets to something else.
 */
final class ResolvedTree {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ResolvedTree() {}

  static ObjectNode of(ResolvedProfile profile) {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("name", profile.name());
    putUsers(tree, profile.users());
    putLimits(tree, profile.limits());
    tree.put("retryLimit", profile.retryLimit())
        .put("preRunTimeoutSeconds", profile.preRunTimeout().toSeconds())
        .put("postRunTimeoutSeconds", profile.postRunTimeout().toSeconds());
    if (profile.onFailure() != FailureAction.REPORT) {
      tree.put("onFailure", profile.onFailure().word());
    }
    ArrayNode storages = tree.putArray("storages");
    profile
        .storages()
        .forEach(
            storage -> {
              ObjectNode entry = storages.addObject();
              entry.put("name", storage.name()).put("optional", storage.optional());
              storage.mode().ifPresent(mode -> entry.put("pvcMode", mode.word()));
            });
    switch (profile.workload()) {
      case ProfileWorkload.Single single -> tree.set("spec", JSON.valueToTree(single.pod()));
      case ProfileWorkload.Mpi mpi -> {
        ObjectNode spec = tree.putObject("mpiSpec");
        spec.put("mpiImplementation", mpi.implementation())
            .put("slotsPerWorker", mpi.slotsPerWorker());
        spec.set("launcher", JSON.valueToTree(mpi.launcher().getSpec()));
        spec.set("worker", JSON.valueToTree(mpi.worker().getSpec()));
      }
    }
    profile.defaults().forEach(tree.putArray("defaults")::add);
    ArrayNode overrides = tree.putArray("overrides");
    for (ResolvedProfile.Overridden override : profile.overrides()) {
      overrides
          .addObject()
          .put("field", override.field())
          .put("given", override.given().orElse(null))
          .put("used", override.used())
          .put("reason", override.reason());
    }
    tree.put("payloadDigest", profile.payloadDigest());
    return tree.put("resolvedDigest", profile.resolvedDigest());
  }

  private static void putUsers(ObjectNode tree, ProfileUsers users) {
    users.userId().ifPresent(id -> tree.put("userID", id));
    users.groupId().ifPresent(id -> tree.put("groupID", id));
    putRanges(tree, "users", users.users());
    putRanges(tree, "groups", users.groups());
  }

  private static void putRanges(ObjectNode tree, String field, List<IdRange> ranges) {
    if (!ranges.isEmpty()) {
      ArrayNode list = tree.putArray(field);
      ranges.forEach(range -> list.add(range.toString()));
    }
  }

  private static void putLimits(ObjectNode tree, ProfileLimits limits) {
    if (limits.equals(ProfileLimits.NONE)) {
      return;
    }
    ObjectNode node = tree.putObject("limits");
    limits.nodes().ifPresent(nodes -> node.put("nodes", nodes));
    limits.portsPerContainer().ifPresent(ports -> node.put("portsPerContainer", ports));
    limits.runTime().ifPresent(time -> node.put("runSeconds", time.toSeconds()));
  }
}
