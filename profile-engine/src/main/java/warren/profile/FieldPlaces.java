package warren.profile;

import java.util.Optional;
import warren.dw.Place;

/** Where the fields of a profile stand in the text it was read from. */
@FunctionalInterface
public interface FieldPlaces {
  /** For a profile that came from no text, such as one of the cluster. */
  FieldPlaces NONE = path -> Optional.empty();

  /**
   * The place of a field that the text has; empty for one it has not.
   *
   * @param fieldPath below {@code data}, such as {@code spec.containers[0].image}; empty for the
   *     payload itself
   */
  Optional<Place> of(String fieldPath);

  /** The place of a field, or else of what it would stand in. */
  default Optional<Place> nearest(String fieldPath) {
    Optional<Place> place = of(fieldPath);
    return place.isPresent() || fieldPath.isEmpty() ? place : nearest(parent(fieldPath));
  }

  private static String parent(String fieldPath) {
    return fieldPath.substring(
        0, Math.max(0, Math.max(fieldPath.lastIndexOf('.'), fieldPath.lastIndexOf('['))));
  }
}
