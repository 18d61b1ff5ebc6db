package warren.dw;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a misspelt word was probably meant to be. */
public final class Nearest {
  /** Longer words are not compared: the comparison takes time by the product of the lengths. */
  private static final int LONGEST = 100;

  private Nearest() {}

  /**
   * The candidate that differs least from the word, when it is near: at most a third of the word's
   * letters added, dropped, changed or swapped with their neighbour, and at most three. Upper and
   * lower case count as equal. Among equally near candidates the alphabetically first.
   */
  public static Optional<String> of(String word, Collection<String> candidates) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String folded = fold(word);
    int allowed = Math.min(3, Math.max(1, word.length() / 3));
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
        .map(candidate -> new Candidate(candidate, distance(folded, fold(candidate))))
        .filter(candidate -> candidate.distance <= allowed)
        .filter(candidate -> candidate.distance < candidate.text.length())
        .min(Comparator.comparing(Candidate::distance).thenComparing(Candidate::text))
        .map(Candidate::text);
  }

  private record Candidate(String text, int distance) {}

  /** ASCII only, whatever the locale is. */
  private static String fold(String word) {
    return word.chars()
        .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] = cell(table, a, b, i, j);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int cell(int[][] table, String a, String b, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
