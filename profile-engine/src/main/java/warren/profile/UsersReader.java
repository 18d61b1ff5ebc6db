package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import warren.dw.Nearest;
import warren.profile.model.Values;

/** Reads who may use a profile. */
final class UsersReader {
  private static final Set<String> CONDITIONS = Set.of("userID", "groupID", "users", "groups");

  private UsersReader() {}

  /**
   * Who may use it; empty when that cannot be told.
   *
   * @param payload with the known fields
   * @param written with all fields: an unknown one may be a misspelt condition
   */
  static Optional<ProfileUsers> read(Payload payload, ObjectNode written) {
    int before = payload.notes().findings().size();
    ProfileUsers users =
        new ProfileUsers(
            id(payload, "userID"),
            id(payload, "groupID"),
            ranges(payload, "users"),
            ranges(payload, "groups"));
    if (payload.notes().findings().size() > before) {
      return Optional.empty();
    }
    tellImpossible(users, payload.notes());
    return hasMisspelt(written) ? Optional.empty() : Optional.of(users);
  }

  private static boolean hasMisspelt(ObjectNode written) {
    Set<String> known = ProfileReader.DATA.rules().keySet();
    return written.properties().stream()
        .filter(field -> !field.getValue().isNull() && !known.contains(field.getKey()))
        .flatMap(field -> Nearest.of(field.getKey(), known).stream())
        .anyMatch(CONDITIONS::contains);
  }

  private static void tellImpossible(ProfileUsers users, ProfileNotes notes) {
    if (!users.admitNobody()) {
      return;
    }
    if (users.userId().orElse(1) == 0) {
      notes.unwise(
          "userID",
          "is 0, and jobs of root get no containers, so nobody can use the profile",
          "Give the id of another user, or leave it out.");
    } else if (users.userId().isPresent()) {
      notes.unwise(
          "users",
          "is without "
              + users.userId().getAsLong()
              + ", the userID, so nobody can use the profile",
          "Add that id, or leave one of the two fields out.");
    } else {
      notes.unwise(
          "users",
          "has only 0, and jobs of root get no containers, so nobody can use the profile",
          "Give the ids of other users.");
    }
  }

  private static OptionalLong id(Payload payload, String field) {
    return payload.number(field, 0, IdRange.MAX_ID).stream().mapToLong(Long::longValue).findFirst();
  }

  private static List<IdRange> ranges(Payload payload, String field) {
    List<IdRange> ranges = new ArrayList<>();
    List<JsonNode> items = payload.items(field);
    if (items.isEmpty() && payload.node().path(field).isArray()) {
      payload
          .notes()
          .invalid(
              payload.pathOf(field),
              "is an empty list, which may be meant for nobody or for everybody",
              "Name who may use the profile, or leave the field out for everybody.");
    }
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
