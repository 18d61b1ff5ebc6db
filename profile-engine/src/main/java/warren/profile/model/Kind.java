package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;

/** The kinds of values that a field may want. */
public enum Kind {
  TEXT("a text"),
  SWITCH("true or false"),
  NUMBER("a whole number"),
  LIST("a list"),
  OBJECT("an object");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /**
   * Whether the value is of this kind; if not, it is told.
   *
   * @param path where it stands in the profile
   */
  public boolean check(JsonNode value, String path, ModelNotes notes) {
    boolean holds = holds(value);
    if (!holds) {
      notes.wrongKind(path, value, words);
    }
    return holds;
  }

  private boolean holds(JsonNode value) {
    return switch (this) {
      case TEXT -> value.isTextual();
      case SWITCH -> value.isBoolean();
      case NUMBER -> value.isIntegralNumber() && value.canConvertToLong();
      case LIST -> value.isArray();
      case OBJECT -> value.isObject();
    };
  }
}
