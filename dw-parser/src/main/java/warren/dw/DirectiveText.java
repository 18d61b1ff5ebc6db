package warren.dw;

import java.util.List;
import java.util.Optional;

/**
 * The text of a directive, made word by word: {@code #DW command key=value}. What it is given must
 * be words, so that the text reads back as what it was made of.
 */
public final class DirectiveText {
  /** The first word of every directive. */
  public static final String PREFIX = "#DW";

  private final String text;

  private DirectiveText(String text) {
    this.text = text;
  }

  /** A directive of this command without arguments. */
  public static DirectiveText of(String command) {
    return new DirectiveText(PREFIX + " " + Words.name(command, "the command"));
  }

  /** With {@code key=value} added; the value may be empty. */
  public DirectiveText with(String key, String value) {
    return with(new Argument(key, Optional.of(value)));
  }

  /** With {@code key=value} added where there is a value. */
  public DirectiveText with(String key, Optional<String> value) {
    return value.map(present -> with(key, present)).orElse(this);
  }

  /** With {@code key=first,second} added where the list is not empty. */
  public DirectiveText withList(String key, List<String> values) {
    return values.isEmpty() ? this : with(key, String.join(",", values));
  }

  /** With this argument added. */
  public DirectiveText with(Argument argument) {
    return new DirectiveText(text + " " + argument);
  }

  @Override
  public String toString() {
    return text;
  }
}
