package warren.operator.history;

import java.util.regex.Pattern;

/**
 * A message without what changes while the cause stays: times, durations and numbers. Two messages
 * with equal causes are one piece of news.
 */
record Cause(String text) {
  private static final Pattern DIRECTIVE = Pattern.compile("^DW Directive \\d+: ");

  /** 2026-11-30T09:00:00Z, 09:00:00, 1m0.5s, 3; but not the number in rabbit-3 or in v1.2. */
  private static final Pattern CHANGING =
      Pattern.compile("(?<![\\w.-])\\d[\\d.:hmsµTZ-]*(?![\\w-])");

  /** The cause that this message names; the same for a driver's message and the workflow's. */
  static Cause of(String message) {
    return new Cause(CHANGING.matcher(DIRECTIVE.matcher(message).replaceFirst("")).replaceAll("#"));
  }
}
