package warren.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of users or groups that follow each other.
 *
 * @param first from 0 to 4294967295
 * @param last at least {@code first}
 */
public record IdRange(long first, long last) {
  /** User and group ids are unsigned 32-bit numbers. */
  static final long MAX_ID = 0xFFFF_FFFFL;

  private static final Pattern FORM = Pattern.compile("([0-9]{1,10})(?:-([0-9]{1,10}))?");

  public IdRange {
    if (first < 0 || last < first || last > MAX_ID) {
      throw new IllegalArgumentException("no ids: " + first + "-" + last);
    }
  }

  /** Reads {@code 1050} or {@code 1000-1999}; empty for any other text. */
  public static Optional<IdRange> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long first = Long.parseLong(form.group(1));
    long last = form.group(2) == null ? first : Long.parseLong(form.group(2));
    return first <= last && last <= MAX_ID
        ? Optional.of(new IdRange(first, last))
        : Optional.empty();
  }

  public boolean contains(long id) {
    return first <= id && id <= last;
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    return first == last ? Long.toString(first) : first + "-" + last;
  }
}
