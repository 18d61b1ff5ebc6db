package warren.system.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of a scrape in Prometheus' text format. */
record PrometheusScrape(List<Sample> samples) {
  private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:]+)(?:\\{(.*)})? ([^ ]+).*");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  PrometheusScrape {
    samples = List.copyOf(samples);
  }

  /** One line of a scrape. */
  record Sample(String metric, Map<String, String> labels, double value) {
    Sample {
      labels = Map.copyOf(labels);
    }

    /** The label's value; an empty text when the sample has no such label. */
    String label(String name) {
      return labels.getOrDefault(name, "");
    }
  }

  /** Reads a scrape; lines that are no samples are left out. */
  static PrometheusScrape parse(String text) {
    List<Sample> samples = new ArrayList<>();
    text.lines()
        .map(SAMPLE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line ->
                samples.add(
                    new Sample(line.group(1), labels(line.group(2)), number(line.group(3)))));
    return new PrometheusScrape(samples);
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return labels;
  }

  /** The samples of one metric. */
  List<Sample> of(String metric) {
    return samples.stream().filter(sample -> sample.metric().equals(metric)).toList();
  }
}
