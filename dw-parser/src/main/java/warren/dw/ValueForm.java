package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the value of an argument may be, by the {@code type} of its rule definition. */
public sealed interface ValueForm {

  /** Type {@code integer}: a signed 64-bit decimal number within these bounds, both inclusive. */
  record WholeNumber(OptionalLong min, OptionalLong max) implements ValueForm {
    public WholeNumber {
      requireNonNull(min, "min");
      requireNonNull(max, "max");
    }
  }

  /**
   * Type {@code bool}; an argument without a value means true.
   *
   * @param strict whether only {@code true} and {@code false}, in any case, are taken, or anything
   */
  record TrueOrFalse(boolean strict) implements ValueForm {}

  /** Type {@code string}: the pattern, where there is one, is found in the value. */
  record Text(Optional<Expression> pattern) implements ValueForm {
    public Text {
      requireNonNull(pattern, "pattern");
    }
  }

  /**
   * Type {@code list-of-string}: words between commas, none twice.
   *
   * @param patterns at least one of them is found in each word; none at all means any word
   */
  record TextList(List<Expression> patterns) implements ValueForm {
    public TextList {
      patterns = List.copyOf(patterns);
    }
  }

  /** A type that no one knows; it refuses every argument it meets. */
  record Unknown(String type) implements ValueForm {
    public Unknown {
      requireNonNull(type, "type");
    }
  }
}
