package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;

/** A payload's fingerprint: equal for a profile and its pinned copy, for nothing else. */
final class ProfileDigest {
  private ProfileDigest() {}

  /**
   * {@code sha256:} and the digest of the payload as JSON without blanks, members sorted by name,
   * without {@code pinned} and without members that are null.
   */
  static String of(ObjectNode payload) {
    ObjectNode frozen = payload.deepCopy();
    frozen.remove("pinned");
    byte[] canonical = canonical(frozen).toString().getBytes(StandardCharsets.UTF_8);
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
