package warren.client.logs;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How long a log has given nothing. Safe for several threads. */
final class LogSilence {
  private final InstantSource clock;
  private Instant readBegun;
  private Instant lastByte;
  private Optional<Instant> over = Optional.empty();
  private boolean writing;

  LogSilence(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
    this.readBegun = clock.instant();
    this.lastByte = readBegun;
  }

  Instant now() {
    return clock.instant();
  }

  synchronized void beginRead() {
    readBegun = now();
  }

  /** Bytes have come. While they are written to a slow disk, nothing is read and nothing counts. */
  synchronized void beginWrite() {
    writing = true;
  }

  synchronized void endWrite() {
    writing = false;
    lastByte = now();
  }

  /** From now on nothing new is expected. */
  synchronized void end() {
    over = over.or(() -> Optional.of(now()));
  }

  /** Whether nothing new is expected. */
  synchronized boolean isOver() {
    return over.isPresent();
  }

  /** Whether nothing new has been expected for so long. */
  synchronized boolean isOverFor(Duration duration) {
    return over.filter(since -> !since.isAfter(before(duration))).isPresent();
  }

  /** Whether no byte has come for so long; counted from {@link #end} where that was later. */
  synchronized boolean lasts(Duration duration) {
    Instant limit = before(duration);
    return !writing
        && !lastByte.isAfter(limit)
        && over.filter(since -> since.isAfter(limit)).isEmpty();
  }

  /** The same, but counted from the beginning of the current read where that was later. */
  synchronized boolean lastsInRead(Duration duration) {
    return lasts(duration) && !readBegun.isAfter(before(duration));
  }

  private Instant before(Duration duration) {
    return now().minus(duration);
  }
}
