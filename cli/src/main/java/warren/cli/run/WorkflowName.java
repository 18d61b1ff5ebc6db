package warren.cli.run;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Names for the workflows of {@code warren run}: short, DNS-1035, and never met twice. */
final class WorkflowName {
  private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 6;

  private WorkflowName() {}

  /** {@code warren-run-} and six random signs: a clash within two thousand million. */
  static String next(RandomGenerator random) {
    return random
        .ints(LENGTH, 0, SIGNS.length())
        .mapToObj(index -> SIGNS.substring(index, index + 1))
        .collect(Collectors.joining("", "warren-run-", ""));
  }
}
