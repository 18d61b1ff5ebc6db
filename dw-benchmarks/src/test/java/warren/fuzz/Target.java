package warren.fuzz;

import java.util.List;

/**
 * A test to be fuzzed.
 *
 * @param share of a run's executions that it gets, in thousandths: repetitions are much slower
 */
record Target(Class<?> test, int share) {
  static final List<Target> ALL =
      List.of(
          new Target(ScriptFuzzTest.class, 300),
          new Target(RulesFuzzTest.class, 699),
          new Target(GrowthFuzzTest.class, 1));

  String name() {
    return test.getSimpleName();
  }
}
