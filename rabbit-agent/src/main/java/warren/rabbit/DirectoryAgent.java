package warren.rabbit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Knows the RabbitDirectories of its Rabbit, and has the task run for each that is not settled. */
final class DirectoryAgent implements ObjectWatch.Listener {
  private final String rabbit;
  private final LongSupplier nanos;
  private final Map<String, DirectoryObject> objects = new ConcurrentHashMap<>();
  private volatile WorkQueue queue;
  private volatile boolean isConnected;
  private volatile long lastHeard;

  /**
   * @param rabbit the name of the node it is on
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  DirectoryAgent(String rabbit, LongSupplier nanos) {
    this.rabbit = requireNonNull(rabbit, "rabbit");
    this.nanos = requireNonNull(nanos, "nanos");
    this.lastHeard = nanos.getAsLong();
  }

  /** Where to put what is to be worked on; must be given before anything is heard. */
  void workOn(WorkQueue given) {
    queue = requireNonNull(given, "given");
  }

  /** The object of this name as it was heard of last. */
  Optional<DirectoryObject> object(String name) {
    return Optional.ofNullable(objects.get(name));
  }

  /** This has been reported about the object; the watch tells of it only later. */
  void reported(DirectoryObject object, DirectoryStatus status) {
    objects.computeIfPresent(
        object.name(), (name, known) -> known.asksAs(object) ? known.with(status) : known);
  }

  /** Whether it knows of all objects and hears of changes. */
  boolean isConnected() {
    return isConnected;
  }

  /** How long it has not heard from the API server, in nanoseconds. */
  long silence() {
    return nanos.getAsLong() - lastHeard;
  }

  @Override
  public void listed(List<DirectoryObject> all) {
    Map<String, DirectoryObject> gone = new HashMap<>(objects);
    all.forEach(object -> gone.remove(object.name()));
    gone.values().forEach(this::deleted);
    all.forEach(this::changed);
  }

  /** Its own reports come back as changes: only what asks for something new is worked on. */
  @Override
  public void changed(DirectoryObject object) {
    lastHeard = nanos.getAsLong();
    if (!object.rabbit().equals(rabbit)) {
      return; // labels can be changed, specs cannot
    }
    DirectoryObject before = objects.put(object.name(), object);
    if (!object.isSettled() && (before == null || !before.asksAs(object))) {
      queue.add(object.name());
    }
  }

  @Override
  public void deleted(DirectoryObject object) {
    lastHeard = nanos.getAsLong();
    objects.remove(object.name());
  }

  @Override
  public void connected(boolean connected) {
    isConnected = connected;
    lastHeard = nanos.getAsLong();
  }
}
