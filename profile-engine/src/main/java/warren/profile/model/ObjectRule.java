package warren.profile.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of one kind of object.
 *
 * @param required fields that must be there
 * @param choices lists of fields of which exactly one must be there
 * @param exclusive lists of fields of which at most one may be there
 * @param values what single fields may be
 * @param unique lists whose objects differ in a field
 */
record ObjectRule(
    List<String> required,
    List<List<String>> choices,
    List<List<String>> exclusive,
    Map<String, ValueRule> values,
    List<Unique> unique) {
  static final ObjectRule NONE =
      new ObjectRule(List.of(), List.of(), List.of(), Map.of(), List.of());

  /**
   * @param noun what the list holds, as in "another volume's"
   */
  record Unique(String list, String key, String noun) {}

  ObjectRule {
    required = List.copyOf(required);
    choices = List.copyOf(choices);
    exclusive = List.copyOf(exclusive);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    unique = List.copyOf(unique);
  }

  ObjectRule require(String... fields) {
    return new ObjectRule(plus(required, fields), choices, exclusive, values, unique);
  }

  ObjectRule exactlyOne(String... fields) {
    return new ObjectRule(
        required, plus(choices, List.of(List.of(fields))), exclusive, values, unique);
  }

  ObjectRule atMostOne(String... fields) {
    return new ObjectRule(
        required, choices, plus(exclusive, List.of(List.of(fields))), values, unique);
  }

  ObjectRule value(ValueRule rule, String... fields) {
    Map<String, ValueRule> more = new LinkedHashMap<>(values);
    for (String field : fields) {
      more.put(field, rule);
    }
    return new ObjectRule(required, choices, exclusive, more, unique);
  }

  ObjectRule unique(String list, String key, String noun) {
    return new ObjectRule(
        required, choices, exclusive, values, plus(unique, List.of(new Unique(list, key, noun))));
  }

  private static List<String> plus(List<String> list, String... more) {
    return plus(list, List.of(more));
  }

  private static <T> List<T> plus(List<T> list, List<T> more) {
    List<T> all = new ArrayList<>(list);
    all.addAll(more);
    return all;
  }
}
