package warren.dw;

import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Checks one value against its form; answers whether it is good, and tells what is not. */
record ValueCheck(ParsedDirective directive, ParsedArgument argument, Word value, Faults faults) {
  private static final Pattern TRUE_OR_FALSE = Pattern.compile("(?i)^(true|false)$");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("^[+-]?[0-9]+$");

  boolean check(ValueForm form) {
    return switch (form) {
      case ValueForm.WholeNumber number -> wholeNumber(number);
      case ValueForm.TrueOrFalse bool ->
          !bool.strict() || TRUE_OR_FALSE.matcher(value.text()).find() || bad(Codes.BAD_BOOL, form);
      case ValueForm.Text text -> text.pattern().map(this::text).orElse(true);
      case ValueForm.TextList list -> list(list);
      case ValueForm.Unknown unknown -> {
        faults.add(() -> RuleFindings.unknownType(directive, argument, unknown));
        yield false;
      }
    };
  }

  private boolean bad(Codes code, ValueForm form) {
    faults.add(() -> ValueFindings.bad(code, directive, argument.name(), value, form));
    return false;
  }

  private boolean wholeNumber(ValueForm.WholeNumber form) {
    OptionalLong number = parse(value.text());
    if (number.isEmpty()) {
      return bad(Codes.BAD_INTEGER, form);
    }
    if (form.max().isPresent() && number.getAsLong() > form.max().getAsLong()) {
      return bad(Codes.ABOVE_MAX, form);
    }
    if (form.min().isPresent() && number.getAsLong() < form.min().getAsLong()) {
      return bad(Codes.BELOW_MIN, form);
    }
    return true;
  }

  private static OptionalLong parse(String text) {
    if (!WHOLE_NUMBER.matcher(text).find()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException tooLarge) {
      return OptionalLong.empty();
    }
  }

  private boolean text(Expression pattern) {
    if (pattern.broken()) {
      faults.add(() -> RuleFindings.broken(Codes.BAD_PATTERN_REGEX, directive, value, pattern));
      return false;
    }
    return pattern.foundIn(value.text())
        || bad(Codes.BAD_STRING, new ValueForm.Text(Optional.of(pattern)));
  }

  private boolean list(ValueForm.TextList form) {
    boolean good = true;
    Set<String> before = new HashSet<>();
    int offset = 0;
    for (String text : value.text().split(",", -1)) {
      Word word = value.part(offset, text);
      good &= isAllowed(form, word) && isNew(word, before);
      offset += text.codePointCount(0, text.length()) + 1;
    }
    return good;
  }

  private boolean isAllowed(ValueForm.TextList form, Word word) {
    List<Expression> patterns = form.patterns();
    for (Expression pattern : patterns) {
      if (pattern.broken()) {
        faults.add(() -> RuleFindings.broken(Codes.BAD_PATTERN_REGEX, directive, word, pattern));
        return false;
      }
      if (pattern.foundIn(word.text())) {
        return true;
      }
    }
    if (!patterns.isEmpty()) {
      faults.add(() -> ValueFindings.badWord(directive, argument.name(), word, form));
    }
    return patterns.isEmpty();
  }

  private boolean isNew(Word word, Set<String> before) {
    if (before.add(word.text())) {
      return true;
    }
    faults.add(() -> ValueFindings.repeatedWord(directive, argument.name(), word));
    return false;
  }
}
