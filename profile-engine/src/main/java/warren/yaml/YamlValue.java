package warren.yaml;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.dw.Place;

/** A value of a YAML or JSON text, and where it stands there. */
public sealed interface YamlValue {
  /** Where it begins; the length is that of its first line, of a map that of its first key. */
  Place place();

  /** What it is, in words: {@code a map}, {@code a list}, {@code a text}. */
  String kind();

  /**
   * A map.
   *
   * @param entries by key, in the order written
   */
  record MapValue(Place place, Map<String, Entry> entries) implements YamlValue {
    public MapValue {
      requireNonNull(place, "place");
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** What is written for this key. */
    public Optional<YamlValue> value(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    @Override
    public String kind() {
      return "a map";
    }
  }

  /** One key of a map, where it stands, and its value. */
  record Entry(Place place, YamlValue value) {
    public Entry {
      requireNonNull(place, "place");
      requireNonNull(value, "value");
    }
  }

  /** A list. */
  record ListValue(Place place, List<YamlValue> items) implements YamlValue {
    public ListValue {
      requireNonNull(place, "place");
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param text as it is written, without quotes and with its escapes undone
   */
  record Scalar(Place place, String text, Type type) implements YamlValue {
    /** What YAML takes an unquoted value for; a quoted one is always a text. */
    public enum Type {
      TEXT("a text"),
      INTEGER("a whole number"),
      DECIMAL("a number"),
      BOOLEAN("true or false"),
      NOTHING("nothing");

      private final String words;

      Type(String words) {
        this.words = words;
      }

      /** What it is, as {@link YamlValue#kind} says it. */
      public String words() {
        return words;
      }
    }

    public Scalar {
      requireNonNull(place, "place");
      requireNonNull(text, "text");
      requireNonNull(type, "type");
    }

    @Override
    public String kind() {
      return type.words;
    }
  }
}
