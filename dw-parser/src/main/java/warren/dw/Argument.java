package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An argument of a directive as it was written.
 *
 * @param key what stands before the first {@code =}; may be empty
 * @param value what stands behind it, which may be the empty text; {@link Optional#empty()} when
 *     there is no {@code =} at all
 */
public record Argument(String key, Optional<String> value) {
  public Argument {
    Words.key(key);
    requireNonNull(value, "value").ifPresent(text -> Words.value(text, "the value of " + key));
    if (key.isEmpty() && value.isEmpty()) {
      throw new IllegalArgumentException("an argument has a name or a '='");
    }
  }

  /** {@code key} or {@code key=value}. */
  @Override
  public String toString() {
    return value.map(text -> key + "=" + text).orElse(key);
  }
}
