package warren.dw;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the parts of a typed directive may be, as the standard rules say. */
final class Limits {
  private static final Set<String> SERVICES = Set.of("copy-offload", "user-container-auth");

  private Limits() {}

  /** A place among the directives. */
  static void index(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("directives count from 0, not " + index);
    }
  }

  /** A lower-case letter, then one or more lower-case letters, digits or hyphens. */
  static void name(String text, String what) {
    if (!isName(text, '-')) {
      throw new IllegalArgumentException(what + " is no name: '" + text + "'");
    }
  }

  static void name(Optional<String> text, String what) {
    text.ifPresent(present -> name(present, what));
  }

  /** The same with underscores instead of hyphens. */
  static boolean isVariable(String text) {
    return isName(text, '_');
  }

  private static boolean isName(String text, char other) {
    return text.length() > 1
        && isLetter(text.charAt(0))
        && text.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == other);
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** More than nothing. */
  static void capacity(Capacity capacity) {
    if (capacity.bytes() == 0) {
      throw new IllegalArgumentException("the capacity is zero: " + capacity);
    }
  }

  /** What a job may require, none of it twice. */
  static List<String> requires(List<String> words) {
    if (!SERVICES.containsAll(words) || Set.copyOf(words).size() < words.size()) {
      throw new IllegalArgumentException("a job cannot require " + words);
    }
    return List.copyOf(words);
  }
}
