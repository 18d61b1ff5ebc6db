package warren.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import warren.dw.Finding;
import warren.dw.Place;
import warren.yaml.YamlValue.Entry;
import warren.yaml.YamlValue.ListValue;
import warren.yaml.YamlValue.MapValue;

/**
 * The entries of one map while it is read. Merge keys ({@code <<}) mean what they mean to kubectl,
 * but for what other readers of YAML understand differently, which is refused.
 */
final class YamlEntries {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> merged = new HashSet<>();
  private final Consumer<Finding> findings;
  private Optional<Place> merge = Optional.empty();

  YamlEntries(Consumer<Finding> findings) {
    this.findings = findings;
  }

  Map<String, Entry> all() {
    return entries;
  }

  /** Adds an entry that stands in the map itself; it counts before one that was merged. */
  void add(String key, Entry entry) {
    Entry before = entries.get(key);
    if (before == null || merged.remove(key)) {
      entries.put(key, entry);
    } else {
      repeated(key, before.place(), entry.place());
    }
  }

  /** Adds the entries that a merge key stands for: of one map, or of a list, its first before. */
  void merge(Entry entry) {
    if (merge.isPresent()) {
      repeated("<<", merge.get(), entry.place());
      return;
    }
    merge = Optional.of(entry.place());
    List<YamlValue> maps =
        entry.value() instanceof ListValue list ? list.items() : List.of(entry.value());
    for (YamlValue map : maps) {
      if (map instanceof MapValue other) {
        other.entries().forEach((key, value) -> merge(key, value, entry.place()));
      } else {
        findings.accept(
            YamlText.wrong("The key '<<' has " + map.kind() + ", not a map.")
                .hint("Give it a map, or a list of maps: their keys are taken over.")
                .at(entry.place()));
      }
    }
  }

  private void merge(String key, Entry value, Place place) {
    Entry before = entries.get(key);
    if (before == null) {
      entries.put(key, value);
      merged.add(key);
    } else if (!merged.contains(key)) {
      findings.accept(
          YamlText.wrong("The key '" + key + "' is of the map and of '<<' behind it.")
              .hint("Put '<<' first: kubectl takes what comes last, other readers do not.")
              .at(place));
    }
  }

  private void repeated(String key, Place first, Place second) {
    findings.accept(
        YamlText.wrong("The key '" + key + "' is repeated.")
            .hint("Keep one; line " + first.line() + " has the first.")
            .at(second));
  }
}
