package warren.dw;

import static java.util.Objects.requireNonNull;

/**
 * The stable name of a kind of {@link Finding}, for machines: words of lower-case letters and
 * digits, joined by hyphens, such as {@code unknown-command}.
 */
public record Code(String value) {
  public Code {
    requireNonNull(value, "value");
    if (!value.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a code: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
