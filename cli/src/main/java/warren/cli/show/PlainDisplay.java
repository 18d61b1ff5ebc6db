package warren.cli.show;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import warren.client.WorkflowView;

/** Lines with the time since the start, each said once: for files, pipes and logs of CI. */
public final class PlainDisplay implements Display {
  private final PrintStream out;
  private final InstantSource clock;
  private final Instant start;
  private String headline = "";
  private List<String> facts = List.of();

  /** Begins to count now. */
  public PlainDisplay(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public synchronized void say(String line) {
    out.println(stamp() + line);
  }

  @Override
  public synchronized void print(List<String> lines) {
    lines.forEach(out::println);
  }

  @Override
  public Ink ink() {
    return Ink.PLAIN;
  }

  @Override
  public synchronized void show(WorkflowView view) {
    String now = ViewText.headline(view);
    if (!now.equals(headline)) {
      say(now);
    }
    List<String> seen = ViewText.facts(view);
    seen.stream()
        .filter(fact -> !facts.contains(fact))
        .forEach(fact -> say(view.state().map(s -> s.word() + ": ").orElse("") + fact));
    headline = now;
    facts = seen;
  }

  @Override
  public void pause() {
    // Lines never disturb a script's output more than any other program's would.
  }

  @Override
  public void resume() {
    // As above.
  }

  @Override
  public synchronized void close() {
    out.flush();
  }

  private String stamp() {
    return String.format("+%8s  ", ViewText.span(Duration.between(start, clock.instant())));
  }
}
