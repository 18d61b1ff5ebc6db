package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;

/** Fingerprints of profiles. */
final class ProfileDigest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProfileDigest() {}

  /**
   * {@code sha256:} and the digest of the payload as JSON without blanks, members sorted by name,
   * without {@code pinned} and without members that are null.
   */
  static String ofPayload(ObjectNode payload) {
    ObjectNode frozen = payload.deepCopy();
    frozen.remove("pinned");
    return digest(frozen);
  }

  /**
   * The same over all that says who may run what, with defaults filled in; what was overridden or
   * left out does not count.
   */
  static String ofMeaning(ResolvedProfile profile) {
    ObjectNode meaning = JsonNodeFactory.instance.objectNode();
    meaning.put("users", profile.users().toString());
    meaning.put("retryLimit", profile.retryLimit());
    meaning.put("preRunTimeout", profile.preRunTimeout().toString());
    meaning.put("postRunTimeout", profile.postRunTimeout().toString());
    if (profile.onFailure() != FailureAction.REPORT) {
      meaning.put("onFailure", profile.onFailure().word());
    }
    meaning.put("limits", profile.limits().toString());
    meaning.put("storages", profile.storages().toString());
    switch (profile.workload()) {
      case ProfileWorkload.Single single -> meaning.set("pod", JSON.valueToTree(single.pod()));
      case ProfileWorkload.Mpi mpi -> {
        meaning.set("launcher", JSON.valueToTree(mpi.launcher()));
        meaning.set("worker", JSON.valueToTree(mpi.worker()));
        meaning.put("slotsPerWorker", mpi.slotsPerWorker());
        meaning.put("implementation", mpi.implementation());
      }
    }
    return digest(meaning);
  }

  private static String digest(ObjectNode tree) {
    byte[] canonical = canonical(tree).toString().getBytes(StandardCharsets.UTF_8);
    return "sha256:" + HexFormat.of().formatHex(sha256().digest(canonical));
  }

  private static JsonNode canonical(JsonNode node) {
    if (node.isObject()) {
      ObjectNode sorted = JsonNodeFactory.instance.objectNode();
      node.properties().stream()
          .filter(property -> !property.getValue().isNull())
          .sorted(Comparator.comparing(Map.Entry::getKey))
          .forEach(property -> sorted.set(property.getKey(), canonical(property.getValue())));
      return sorted;
    }
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(canonical(item)));
      return items;
    }
    return node;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
