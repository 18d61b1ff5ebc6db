package warren.dw;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Checks one value against its form. */
record ValueCheck(ParsedDirective directive, ParsedArgument argument, Word value) {
  private static final Pattern TRUE_OR_FALSE = Pattern.compile("(?i)^(true|false)$");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("^[+-]?[0-9]+$");

  List<Finding> check(ValueForm form) {
    return switch (form) {
      case ValueForm.WholeNumber number -> wholeNumber(number);
      case ValueForm.TrueOrFalse bool ->
          bool.strict() && !TRUE_OR_FALSE.matcher(value.text()).find()
              ? List.of(bad(Codes.BAD_BOOL, form))
              : List.of();
      case ValueForm.Text text -> text.pattern().map(this::text).orElse(List.of());
      case ValueForm.TextList list -> list(list);
      case ValueForm.Unknown unknown ->
          List.of(RuleFindings.unknownType(directive, argument, unknown));
    };
  }

  private Finding bad(Codes code, ValueForm form) {
    return RuleFindings.badValue(code, directive, argument.name(), value, form);
  }

  private List<Finding> wholeNumber(ValueForm.WholeNumber form) {
    OptionalLong number = parse(value.text());
    if (number.isEmpty()) {
      return List.of(bad(Codes.BAD_INTEGER, form));
    }
    if (form.max().isPresent() && number.getAsLong() > form.max().getAsLong()) {
      return List.of(bad(Codes.ABOVE_MAX, form));
    }
    if (form.min().isPresent() && number.getAsLong() < form.min().getAsLong()) {
      return List.of(bad(Codes.BELOW_MIN, form));
    }
    return List.of();
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

  private List<Finding> text(Expression pattern) {
    if (pattern.broken()) {
      return List.of(
          RuleFindings.broken(Codes.BAD_PATTERN_REGEX, directive, value.place(), pattern));
    }
    return pattern.foundIn(value.text())
        ? List.of()
        : List.of(bad(Codes.BAD_STRING, new ValueForm.Text(Optional.of(pattern))));
  }

  private List<Finding> list(ValueForm.TextList form) {
    List<Finding> findings = new ArrayList<>();
    Set<String> before = new HashSet<>();
    int offset = 0;
    for (String text : value.text().split(",", -1)) {
      Word word = new Word(text, part(offset, text));
      findings.addAll(listWord(form, word, before.add(text)));
      offset += text.codePointCount(0, text.length()) + 1;
    }
    return findings;
  }

  private List<Finding> listWord(ValueForm.TextList form, Word word, boolean first) {
    for (Expression pattern : form.patterns()) {
      if (pattern.broken()) {
        return List.of(
            RuleFindings.broken(Codes.BAD_PATTERN_REGEX, directive, word.place(), pattern));
      }
      if (pattern.foundIn(word.text())) {
        return first ? List.of() : List.of(RuleFindings.repeatedWord(directive, argument, word));
      }
    }
    if (!form.patterns().isEmpty()) {
      return List.of(RuleFindings.badWord(directive, argument.name(), word, form));
    }
    return first ? List.of() : List.of(RuleFindings.repeatedWord(directive, argument, word));
  }

  private Place part(int offset, String text) {
    int length = text.codePointCount(0, text.length());
    Place whole = value.place();
    boolean inside = length > 0 && offset + length <= whole.length();
    return inside
        ? new Place(whole.source(), whole.line(), whole.column() + offset, length)
        : whole;
  }
}
