package warren.launch;

import static java.util.Objects.requireNonNull;

/** An environment variable that Warren sets. */
public sealed interface Variable {
  /** Its name, such as {@code DW_JOB_foo}. */
  String name();

  /**
   * One whose value is known beforehand.
   *
   * @param value any text without the character NUL, which ends it in a process
   */
  record Text(String name, String value) implements Variable {
    public Text {
      requireNonNull(name, "name");
      if (value.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("the value of " + name + " has a NUL in it");
      }
    }
  }

  /** One that holds the name of the node the container runs on. */
  record NodeName(String name) implements Variable {
    public NodeName {
      requireNonNull(name, "name");
    }
  }

  /**
   * The text with which a command, an argument or a variable of a pod says {@code text}: the
   * kubelet replaces {@code $(NAME)} in all of these, and reads {@code $$} as {@code $}.
   */
  static String literal(String text) {
    return text.replace("$", "$$");
  }
}
