package warren.dw;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A regular expression of a rule book, in RE2's syntax as Go has it. It is searched for, so without
 * anchors it fits anywhere in a text, in time linear to the text. A broken expression can be held;
 * it does harm only where it is used. One of more than 5,000 characters, its repetitions written
 * out, or more than 200 groups in groups counts as broken, unless it only lists words.
 */
public final class Expression {
  private final String source;
  private final Set<String> words;
  private final Optional<Pattern> pattern;

  private Expression(String source) {
    this.source = source;
    this.words = words(inner(source).orElse(""));
    this.pattern = words.isEmpty() ? compile(source) : Optional.empty();
  }

  /** The expression of this source, broken or not. */
  public static Expression of(String source) {
    return new Expression(source);
  }

  private static Optional<Pattern> compile(String source) {
    if (ExpressionLimits.exceededBy(source)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(source));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** As it stands in the rule book. */
  public String source() {
    return source;
  }

  /** Whether it cannot be used, because its source is no RE2 expression or too large a one. */
  public boolean broken() {
    return words.isEmpty() && pattern.isEmpty();
  }

  /** Whether it is found somewhere in this text; a broken one never is. */
  public boolean foundIn(String text) {
    return words.isEmpty()
        ? pattern.map(compiled -> compiled.matcher(text).find()).orElse(false)
        : words.contains(text);
  }

  /** The words it fits and nothing else, where it lists them: {@code ^(raw|xfs)$}; else none. */
  Set<String> words() {
    return words;
  }

  /** What stands between its anchors, where it has them. */
  Optional<String> inner() {
    return inner(source);
  }

  private static Optional<String> inner(String source) {
    boolean anchored = source.length() > 1 && source.startsWith("^") && source.endsWith("$");
    return anchored ? Optional.of(source.substring(1, source.length() - 1)) : Optional.empty();
  }

  private static Set<String> words(String inner) {
    boolean group = inner.startsWith("(") && inner.endsWith(")");
    String[] words = (group ? inner.substring(1, inner.length() - 1) : inner).split("\\|", -1);
    boolean lists = Arrays.stream(words).allMatch(Expression::isPlain);
    return lists && (group || words.length == 1)
        ? Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(words)))
        : Set.of();
  }

  /** Whether this text means itself in an expression. */
  static boolean isPlain(String text) {
    return !text.isEmpty() && plainLength(text) == text.length();
  }

  /** The length of the beginning that means itself. */
  static int plainLength(String text) {
    int at = 0;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression expression && source.equals(expression.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
