package warren.profile.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that is asked of an object. A field counts as given when it has a value that is neither
 * an empty text nor an empty list: to Kubernetes those are the same as none.
 */
sealed interface Demand {
  /** The fields it is about, for the proof that the model has them. */
  Stream<String> fields();

  /** It is given. */
  record Required(String field) implements OfOne {}

  /**
   * It is not given.
   *
   * @param reason completes "… is not allowed:"
   */
  record Forbidden(String field, String reason) implements OfOne {
    public Forbidden {
      requireNonNull(reason, "reason");
    }
  }

  /** One of them is given, and one only. */
  record ExactlyOne(List<String> list) implements OfSome {
    public ExactlyOne {
      list = List.copyOf(list);
    }
  }

  /** At most one of them is given. */
  record AtMostOne(List<String> list) implements OfSome {
    public AtMostOne {
      list = List.copyOf(list);
    }
  }

  /** If it is given, its value, or each item of the list that it is, has this form. */
  record Value(String field, ValueRule rule) implements OfOne {
    public Value {
      requireNonNull(rule, "rule");
    }
  }

  /** Names and values of the map that it is have these forms. */
  record Entries(String field, ValueRule key, ValueRule value) implements OfOne {
    public Entries {
      requireNonNull(key, "key");
      requireNonNull(value, "value");
    }
  }

  /** It is a list of one item. */
  record Single(String field) implements OfOne {}

  /**
   * The objects of the list that it is differ in a field of theirs.
   *
   * @param noun what the list holds, as in "another volume's"
   */
  record Unique(String field, String key, String noun) implements OfOne {
    public Unique {
      requireNonNull(key, "key");
      requireNonNull(noun, "noun");
    }
  }

  /**
   * Where a field has a form, or has it not, more is asked of the same object.
   *
   * @param holds whether it has the form
   */
  record When(String field, ValueRule form, boolean holds, ObjectRule then) implements OfOne {
    public When {
      requireNonNull(form, "form");
      requireNonNull(then, "then");
    }
  }

  /** In this place more is asked of the object, or of each in the list, than elsewhere. */
  record Within(String field, ObjectRule rule) implements OfOne {
    public Within {
      requireNonNull(rule, "rule");
    }
  }

  /** About a field. */
  sealed interface OfOne extends Demand {
    String field();

    @Override
    default Stream<String> fields() {
      return Stream.of(field());
    }
  }

  /** About several fields. */
  sealed interface OfSome extends Demand {
    List<String> list();

    @Override
    default Stream<String> fields() {
      return list().stream();
    }
  }
}
