package warren.plan;

import static java.util.Objects.requireNonNull;

/**
 * Where a compute is attached.
 *
 * @param rabbit the Rabbit's node name
 * @param index the compute's place on that Rabbit, from zero
 */
public record ComputePlace(String compute, String rabbit, int index) {
  public ComputePlace {
    requireNonNull(compute, "compute");
    requireNonNull(rabbit, "rabbit");
    if (index < 0) {
      throw new IllegalArgumentException("places count from zero");
    }
  }
}
