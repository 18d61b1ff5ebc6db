package warren.operator.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import warren.launch.Mount;
import warren.launch.MountSource;

/**
 * A {@link Mount} as text: the value of the Workflow's annotation {@link
 * warren.names.Labels#mount}, such as {@code {"claim":"job-0-storage","path":"/mnt/nnf/…"}}.
 */
public final class MountJson {
  private static final String CLAIM = "claim";
  private static final String PATH = "path";
  private static final String READ_ONLY = "readOnly";
  private static final String SUB_PATH = "subPath";
  private static final Set<String> FIELDS = Set.of(CLAIM, PATH, READ_ONLY, SUB_PATH);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MountJson() {}

  /** The mount as one line of JSON; a field that says nothing is left out. */
  public static String write(Mount mount) {
    ObjectNode json = MAPPER.createObjectNode();
    switch (mount.source()) {
      case MountSource.Claim claim -> json.put(CLAIM, claim.name());
    }
    json.put(PATH, mount.path());
    if (mount.readOnly()) {
      json.put(READ_ONLY, true);
    }
    mount.subPath().ifPresent(subPath -> json.put(SUB_PATH, subPath));
    return json.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException with the reason when the text is not a mount, or says
   *     something that is unknown here and must not be passed over
   */
  public static Mount read(String text) {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw new IllegalArgumentException("unknown field '" + name + "'");
      }
    }
    return new Mount(
        new MountSource.Claim(
            text(json, CLAIM)
                .orElseThrow(() -> new IllegalArgumentException("the claim is missing"))),
        text(json, PATH).orElseThrow(() -> new IllegalArgumentException("the path is missing")),
        isReadOnly(json),
        text(json, SUB_PATH));
  }

  private static boolean isReadOnly(JsonNode json) {
    JsonNode value = json.get(READ_ONLY);
    if (value != null && !value.isBoolean()) {
      throw new IllegalArgumentException(READ_ONLY + " is not true or false");
    }
    return value != null && value.booleanValue();
  }

  private static Optional<String> text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value != null && !value.isTextual()) {
      throw new IllegalArgumentException(field + " is not a string");
    }
    return Optional.ofNullable(value).map(JsonNode::textValue);
  }
}
