package warren.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PromQL expression asks for: its metrics, and the labels that it selects or groups by.
 *
 * @param metrics the label values that each metric is selected by with {@code =}; other matchers
 *     with the value null
 * @param groupedBy the labels of {@code by}, which all metrics of the expression have to have
 */
record PromQuery(Map<String, Map<String, String>> metrics, Set<String> groupedBy) {
  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|without|on|ignoring)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{([^}]*)\\})?(\\s*\\()?");
  private static final Pattern MATCHER =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

  /** Labels that Prometheus adds to what it scrapes. */
  private static final Set<String> OF_THE_TARGET = Set.of("pod", "namespace", "instance", "job");

  /** Reads an expression; what is no PromQL may be read as anything. */
  static PromQuery of(String expression) {
    Set<String> grouped = new HashSet<>();
    Matcher grouping = GROUPING.matcher(expression);
    while (grouping.find()) {
      Arrays.stream(grouping.group(2).split(",")).map(String::strip).forEach(grouped::add);
    }
    grouped.removeAll(OF_THE_TARGET);
    String rest = RANGE.matcher(GROUPING.matcher(expression).replaceAll(" ")).replaceAll(" ");
    Map<String, Map<String, String>> metrics = new LinkedHashMap<>();
    Matcher selector = SELECTOR.matcher(rest);
    while (selector.find()) {
      boolean isFunction = selector.group(3) != null;
      if (!isFunction && !OPERATORS.contains(selector.group(1))) {
        metrics
            .computeIfAbsent(selector.group(1), name -> new LinkedHashMap<>())
            .putAll(matchers(selector.group(2)));
      }
    }
    return new PromQuery(metrics, grouped);
  }

  private static Map<String, String> matchers(String text) {
    Map<String, String> matchers = new LinkedHashMap<>();
    if (text != null) {
      Matcher matcher = MATCHER.matcher(text);
      while (matcher.find()) {
        matchers.put(matcher.group(1), matcher.group(2).equals("=") ? matcher.group(3) : null);
      }
    }
    return matchers;
  }

  /** What it asks for that is not in a scrape, each in a few words; empty when all is there. */
  List<String> missing(String scrape) {
    List<String> missing = new ArrayList<>();
    metrics.forEach(
        (metric, matchers) -> {
          List<String> series =
              scrape
                  .lines()
                  .filter(line -> line.matches(Pattern.quote(metric) + "[{ ].*"))
                  .toList();
          if (series.isEmpty()) {
            missing.add(metric);
          }
          matchers.forEach(
              (label, value) -> {
                String wanted = label + "=\"" + (value == null ? "" : value + "\"");
                if (series.stream().noneMatch(line -> line.contains(wanted))) {
                  missing.add(metric + "{" + wanted + "}");
                }
              });
          for (String label : groupedBy) {
            if (series.stream().noneMatch(line -> line.contains(label + "=\""))) {
              missing.add(metric + " by " + label);
            }
          }
        });
    return missing;
  }
}
