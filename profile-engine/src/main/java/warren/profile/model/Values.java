package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Values in messages. */
public final class Values {
  /** The longest value that a message repeats, in characters. */
  private static final int LONGEST = 40;

  private Values() {}

  /** The value as a person writes it: texts without quotes, anything else as JSON. */
  public static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** The same, cut where it is too long for a message. */
  public static String shown(JsonNode value) {
    return shown(text(value));
  }

  /** A text, cut where it is too long for a message. */
  public static String shown(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
