package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** Takes what is found wrong; {@code path} is the field's place in the profile. */
public interface ModelNotes {
  /**
   * No such field.
   *
   * @param field its last part, as it is written
   * @param what completes "… is not a field of"
   * @param known the fields that may be there, for a hint
   */
  void unknown(String path, String field, String what, Collection<String> known);

  /**
   * A value that cannot be.
   *
   * @param fault completes a sentence that begins with the path, without full stop
   */
  void invalid(String path, String fault, String hint);

  /**
   * A field that no profile may have.
   *
   * @param reason completes "… is not allowed:", without full stop
   */
  void refused(String path, String reason);

  /**
   * A value of another kind or form.
   *
   * @param expected completes "is '…', not"
   */
  default void wrongKind(String path, JsonNode value, String expected) {
    invalid(
        path,
        "is '" + Values.shown(value) + "', not " + expected,
        expected.equals("a text") && value.isValueNode() && !value.isNull()
            ? "Put it in quotes."
            : "Correct it in the profile.");
  }
}
