package warren.cluster;

import java.util.Objects;

/**
 * What a finished command left behind.
 *
 * @param exitCode 0 when it did its work
 * @param stdout everything it wrote to standard output
 * @param stderr everything it wrote to standard error
 */
public record CommandResult(int exitCode, String stdout, String stderr) {

  /** Both outputs may be empty, never null. */
  public CommandResult {
    Objects.requireNonNull(stdout);
    Objects.requireNonNull(stderr);
  }

  /** True when the command did its work. */
  public boolean ok() {
    return exitCode == 0;
  }

  /**
   * The standard output without white space at its ends.
   *
   * @throws ClusterException when the command failed; its message begins with {@code what}, a
   *     phrase for what failed, and ends with the command's own last words
   */
  public String orThrow(String what) {
    if (!ok()) {
      throw new ClusterException(what + " (exit status " + exitCode + "): " + lastWords());
    }
    return stdout.strip();
  }

  private String lastWords() {
    String words = stderr.isBlank() ? stdout.strip() : stderr.strip();
    return words.isEmpty()
        ? "it said nothing"
        : words.substring(Math.max(0, words.length() - 2000));
  }
}
