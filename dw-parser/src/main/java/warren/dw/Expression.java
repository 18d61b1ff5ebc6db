package warren.dw;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression of a rule book, in RE2's syntax as Go has it. It is searched for, so without
 * anchors it fits anywhere in a text, in time linear to the text. A broken expression can be held;
 * it does harm only where it is used.
 */
public final class Expression {
  private final String source;
  private final Optional<Pattern> pattern;

  private Expression(String source, Optional<Pattern> pattern) {
    this.source = source;
    this.pattern = pattern;
  }

  /** The expression of this source, broken or not. */
  public static Expression of(String source) {
    return new Expression(source, compile(source));
  }

  private static Optional<Pattern> compile(String source) {
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

  /** Whether it cannot be used, because its source is no RE2 expression. */
  public boolean broken() {
    return pattern.isEmpty();
  }

  /** Whether it is found somewhere in this text; a broken one never is. */
  public boolean foundIn(String text) {
    return pattern.map(compiled -> compiled.matcher(text).find()).orElse(false);
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
