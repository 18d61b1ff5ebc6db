package warren.cli.show;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import warren.client.WorkflowView;

/** A block at the end of a terminal that shows the workflow as it is, redrawn as it changes. */
public final class LiveDisplay implements Display {
  /** Often enough for tenths of seconds to look alive, seldom enough to cost nothing. */
  private static final Duration REDRAWN_EVERY = Duration.ofMillis(500);

  private final PrintStream out;
  private final InstantSource clock;
  private final Terminal terminal;
  private final Instant start;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Optional<WorkflowView> view = Optional.empty();
  private Instant shown;
  private boolean paused;
  private int drawn;

  /** Begins to count now, and redraws until closed. */
  public LiveDisplay(PrintStream out, InstantSource clock, Terminal terminal) {
    this.out = out;
    this.clock = clock;
    this.terminal = terminal;
    this.start = clock.instant();
    this.shown = start;
    Thread.ofPlatform().daemon().name("display").start(this::redrawUntilClosed);
  }

  @Override
  public synchronized void say(String line) {
    print(List.of(line));
  }

  @Override
  public synchronized void print(List<String> lines) {
    erase();
    lines.forEach(out::println);
    draw();
  }

  @Override
  public Ink ink() {
    return terminal.ink();
  }

  @Override
  public synchronized void show(WorkflowView seen) {
    view = Optional.of(seen);
    shown = clock.instant();
    redraw();
  }

  @Override
  public synchronized void pause() {
    erase();
    paused = true;
  }

  @Override
  public synchronized void resume() {
    paused = false;
    draw();
  }

  @Override
  public synchronized void close() {
    erase();
    closed.countDown();
    out.flush();
  }

  private void redrawUntilClosed() {
    try {
      while (!closed.await(REDRAWN_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        redraw();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // the process is ending
    }
  }

  private synchronized void redraw() {
    erase();
    draw();
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\u001b[" + drawn + "A\r\u001b[J"); // up to its first line, and clear from there
      drawn = 0;
    }
  }

  private void draw() {
    if (paused || closed.getCount() == 0 || view.isEmpty()) {
      return;
    }
    List<String> block = block(view.get(), clock.instant());
    block.forEach(out::println);
    out.flush();
    drawn = block.size();
  }

  private List<String> block(WorkflowView seen, Instant now) {
    List<String> lines = new ArrayList<>();
    Duration inState = seen.since().plus(Duration.between(shown, now));
    lines.add(
        terminal
            .ink()
            .bold(
                terminal.fit(
                    String.format(
                        "%s  %s of %s",
                        ViewText.headline(seen),
                        ViewText.span(inState),
                        ViewText.span(Duration.between(start, now))))));
    ViewText.facts(seen).stream()
        .limit(Math.max(1, terminal.height() - 2))
        .map(fact -> terminal.fit("  " + fact.replace('\t', ' ')))
        .forEach(lines::add);
    return lines;
  }
}
