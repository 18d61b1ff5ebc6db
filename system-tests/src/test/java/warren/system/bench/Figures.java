package warren.system.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several measurements of one thing. */
final class Figures {
  private final List<Double> values = new ArrayList<>();

  /** Adds one; what is not a number is left out. */
  void add(double value) {
    if (!Double.isNaN(value)) {
      values.add(value);
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The middle one; the mean of the two in the middle when their number is even. */
  double median() {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double best() {
    return Collections.min(values);
  }

  double worst() {
    return Collections.max(values);
  }
}
