package warren.launch;

import static java.util.Objects.requireNonNull;

/** An environment variable that Warren sets. */
public sealed interface Variable {
  /** Its name, such as {@code DW_JOB_foo}. */
  String name();

  /** One whose value is known beforehand. */
  record Text(String name, String value) implements Variable {
    public Text {
      requireNonNull(name, "name");
      requireNonNull(value, "value");
    }
  }

  /** One that holds the name of the node the container runs on. */
  record NodeName(String name) implements Variable {
    public NodeName {
      requireNonNull(name, "name");
    }
  }
}
