package warren.operator.driver;

import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which event tells how it is now. Pure. */
public final class EventTimes {
  private static final Comparator<Event> BY_AGE =
      Comparator.comparing(EventTimes::last).thenComparing(EventTimes::isWarning);

  private EventTimes() {}

  /** The youngest; of those of the same second, most have no better clock, a warning counts. */
  public static Optional<Event> youngest(List<Event> events) {
    return events.stream().max(BY_AGE);
  }

  /** Whether it says that something is wrong. */
  public static boolean isWarning(Event event) {
    return "Warning".equals(event.getType());
  }

  /** When it happened last; whole seconds. */
  public static Instant last(Event event) {
    return Stream.of(
            event.getSeries() == null || event.getSeries().getLastObservedTime() == null
                ? null
                : event.getSeries().getLastObservedTime().getTime(),
            event.getLastTimestamp(),
            event.getEventTime() == null ? null : event.getEventTime().getTime(),
            event.getMetadata() == null ? null : event.getMetadata().getCreationTimestamp())
        .filter(Objects::nonNull)
        .map(text -> OffsetDateTime.parse(text).toInstant())
        .max(Comparator.naturalOrder())
        .map(time -> Instant.ofEpochSecond(time.getEpochSecond()))
        .orElse(Instant.EPOCH);
  }
}
