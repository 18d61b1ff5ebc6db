package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import warren.profile.model.Values;

/** Reads who may use a profile, and for how much. */
final class UsersReader {
  static final FieldTable LIMITS =
      FieldTable.of("limits").keep("nodes", "portsPerContainer", "runSeconds");

  private UsersReader() {}

  static ProfileUsers users(Payload payload) {
    return new ProfileUsers(
        id(payload, "userID"),
        id(payload, "groupID"),
        ranges(payload, "users"),
        ranges(payload, "groups"));
  }

  static ProfileLimits limits(Payload payload) {
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

  private static OptionalLong id(Payload payload, String field) {
    return payload.number(field, 0, IdRange.MAX_ID).stream().mapToLong(Long::longValue).findFirst();
  }

  private static List<IdRange> ranges(Payload payload, String field) {
    List<IdRange> ranges = new ArrayList<>();
    List<JsonNode> items = payload.items(field);
    for (int i = 0; i < items.size(); i++) {
      String text = Values.text(items.get(i));
      Optional<IdRange> range = items.get(i).isTextual() ? IdRange.of(text) : Optional.empty();
      range.ifPresent(ranges::add);
      if (range.isEmpty()) {
        payload
            .notes()
            .invalid(
                payload.pathOf(field) + "[" + i + "]",
                "is '" + Values.shown(items.get(i)) + "', not an id or a range of ids",
                "Write '1050' or '1000-1999', with quotes.");
      }
    }
    return ranges;
  }
}
