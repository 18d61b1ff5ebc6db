package warren.cluster;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Listens to what takes time, so that somebody can show it. Calls come from one thread at a time.
 */
public interface Progress {

  /** A step begins; {@code what} is a phrase such as "starting three nodes". */
  void step(String what);

  /** One line of output of the running step, without line end. */
  void line(String text);

  /** The step {@code what} ended well and took that long. */
  void done(String what, Duration took);

  /**
   * Runs {@code work} as a step. A step that throws is begun but never done: the exception says
   * why.
   */
  default <T> T during(String what, Supplier<T> work) {
    step(what);
    long before = System.nanoTime();
    T result = work.get();
    done(what, Duration.ofNanos(System.nanoTime() - before));
    return result;
  }

  /** Runs {@code work} as a step. */
  default void during(String what, Runnable work) {
    during(
        what,
        () -> {
          work.run();
          return what;
        });
  }

  /** Shows nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void step(String what) {}

      @Override
      public void line(String text) {}

      @Override
      public void done(String what, Duration took) {}
    };
  }

  /** Writes plain lines, for logs and for terminals without a live display. */
  static Progress to(PrintStream out) {
    return new Progress() {
      @Override
      public void step(String what) {
        out.println(what + " …");
      }

      @Override
      public void line(String text) {
        out.println("  " + text);
      }

      @Override
      public void done(String what, Duration took) {
        out.println(String.format(Locale.ROOT, "%s: %.1f s", what, took.toMillis() / 1000.0));
      }
    };
  }
}
