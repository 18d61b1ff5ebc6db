package warren.profile;

import java.time.Duration;
import java.util.OptionalInt;

/** Reads for how much a profile may be used. */
final class LimitsReader {
  private static final FieldTable LIMITS =
      FieldTable.of("limits").keep("nodes", "portsPerContainer", "runSeconds");

  private LimitsReader() {}

  static ProfileLimits read(Payload payload) {
    return payload
        .object("limits")
        .map(written -> written.filtered(LIMITS))
        .map(
            limits ->
                new ProfileLimits(
                    limit(limits, "nodes"),
                    limit(limits, "portsPerContainer"),
                    limit(limits, "runSeconds").stream().mapToObj(Duration::ofSeconds).findFirst()))
        .orElse(ProfileLimits.NONE);
  }

  private static OptionalInt limit(Payload limits, String field) {
    return limits.number(field, 1, Integer.MAX_VALUE).stream()
        .mapToInt(Math::toIntExact)
        .findFirst();
  }
}
