package warren.operator.driver;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * A value that is computed when it is first asked for, and kept. A computation that fails is tried
 * again at the next question. For one thread.
 */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> computation;
  private T value;

  public Once(Supplier<T> computation) {
    this.computation = requireNonNull(computation, "computation");
  }

  @Override
  public T get() {
    if (value == null) {
      value = requireNonNull(computation.get(), "value");
    }
    return value;
  }
}
