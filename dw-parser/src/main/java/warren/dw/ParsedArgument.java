package warren.dw;

import java.util.Optional;

/**
 * An argument with its places.
 *
 * @param key what stands before the first {@code =}; the place is that of the whole argument where
 *     the key is empty
 * @param value what stands behind it; the place is that of the whole argument where the value is
 *     empty
 */
record ParsedArgument(Word key, Optional<Word> value) {
  /**
   * What the Go original keeps in the place of a value that was not given; typed in, it means that.
   */
  static final String NO_VALUE = "$$empty_value_123456$$";

  String name() {
    return key.text();
  }

  /** The value, where there is one as the rule book counts. */
  Optional<Word> given() {
    return value.filter(word -> !word.text().equals(NO_VALUE));
  }

  Argument argument() {
    return new Argument(name(), value.map(Word::text));
  }
}
