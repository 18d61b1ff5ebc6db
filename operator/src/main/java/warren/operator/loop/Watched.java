package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import warren.api.Workflow;

/**
 * The cached objects of one kind.
 *
 * @param source the informer behind the cache
 */
record Watched<T extends HasMetadata>(InformerEventSource<T, Workflow> source) {
  private static final String INDEX = "owner";

  Watched {
    requireNonNull(source, "source");
  }

  /**
   * The objects of a source that has not started, indexed.
   *
   * @param key under which {@link #of} finds an object; a null key leaves the object out
   */
  static <T extends HasMetadata> Watched<T> by(
      Function<T, String> key, InformerEventSource<T, Workflow> source) {
    source.addIndexers(
        Map.of(INDEX, object -> Optional.ofNullable(key.apply(object)).stream().toList()));
    return new Watched<>(source);
  }

  /** The objects of this key; not to be changed. */
  List<T> of(String key) {
    return source.byIndex(INDEX, key);
  }

  /** The object of this name; not to be changed. */
  Optional<T> get(String namespace, String name) {
    return source.get(new ResourceID(name, namespace));
  }

  /** All objects; not to be changed. */
  Stream<T> all() {
    return source.list(object -> true);
  }
}
