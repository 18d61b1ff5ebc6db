package warren.profile.model;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is asked of one kind of object, in the order in which it is told. */
record ObjectRule(List<Demand> demands) {
  static final ObjectRule NONE = new ObjectRule(List.of());

  ObjectRule {
    demands = List.copyOf(demands);
  }

  ObjectRule require(String... fields) {
    return each(Demand.Required::new, fields);
  }

  ObjectRule forbid(String reason, String... fields) {
    return each(field -> new Demand.Forbidden(field, reason), fields);
  }

  ObjectRule exactlyOne(String... fields) {
    return plus(Stream.of(new Demand.ExactlyOne(List.of(fields))));
  }

  ObjectRule atMostOne(String... fields) {
    return plus(Stream.of(new Demand.AtMostOne(List.of(fields))));
  }

  ObjectRule value(ValueRule rule, String... fields) {
    return each(field -> new Demand.Value(field, rule), fields);
  }

  ObjectRule entries(ValueRule key, ValueRule value, String... fields) {
    return each(field -> new Demand.Entries(field, key, value), fields);
  }

  ObjectRule single(String field) {
    return plus(Stream.of(new Demand.Single(field)));
  }

  ObjectRule unique(String list, String key, String noun) {
    return plus(Stream.of(new Demand.Unique(list, key, noun)));
  }

  ObjectRule when(String field, ValueRule form, ObjectRule then) {
    return plus(Stream.of(new Demand.When(field, form, true, then)));
  }

  ObjectRule unless(String field, ValueRule form, ObjectRule then) {
    return plus(Stream.of(new Demand.When(field, form, false, then)));
  }

  ObjectRule within(ObjectRule rule, String... fields) {
    return each(field -> new Demand.Within(field, rule), fields);
  }

  /** The fields that it never may have. */
  Set<String> forbidden() {
    return demands.stream()
        .filter(Demand.Forbidden.class::isInstance)
        .flatMap(Demand::fields)
        .collect(toUnmodifiableSet());
  }

  private ObjectRule each(Function<String, Demand> demand, String... fields) {
    return plus(Arrays.stream(fields).map(demand));
  }

  private ObjectRule plus(Stream<Demand> more) {
    List<Demand> all = new ArrayList<>(demands);
    more.forEach(all::add);
    return new ObjectRule(all);
  }
}
