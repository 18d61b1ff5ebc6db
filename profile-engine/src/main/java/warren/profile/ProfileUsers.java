package warren.profile;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Who may use a profile: whoever meets all of its three conditions.
 *
 * @param userId upstream's condition: the user has this id
 * @param groupId upstream's condition: the user's own group, not a supplementary one, has this id
 * @param users with {@code groups} the third condition: the user's id is here ...
 * @param groups ... or the id of any group the user is in is here; no condition when both are empty
 */
public record ProfileUsers(
    OptionalLong userId, OptionalLong groupId, List<IdRange> users, List<IdRange> groups) {
  /** No condition at all. */
  public static final ProfileUsers EVERYBODY =
      new ProfileUsers(OptionalLong.empty(), OptionalLong.empty(), List.of(), List.of());

  public ProfileUsers {
    requireNonNull(userId, "userId");
    requireNonNull(groupId, "groupId");
    users = List.copyOf(users);
    groups = List.copyOf(groups);
  }

  /**
   * Whether this user may use the profile.
   *
   * @param supplementary ids of the user's other groups
   */
  public boolean admit(long uid, long gid, List<Long> supplementary) {
    boolean listed =
        (users.isEmpty() && groups.isEmpty())
            || has(users, uid)
            || has(groups, gid)
            || supplementary.stream().anyMatch(id -> has(groups, id));
    return listed && userId.orElse(uid) == uid && groupId.orElse(gid) == gid;
  }

  private static boolean has(List<IdRange> ranges, long id) {
    return ranges.stream().anyMatch(range -> range.contains(id));
  }

  /** The conditions in words, such as {@code users 1000-1999 or group 7}; "everybody" for none. */
  public String words() {
    List<String> conditions = new ArrayList<>();
    userId.ifPresent(id -> conditions.add("user " + id));
    groupId.ifPresent(id -> conditions.add("group " + id));
    if (!users.isEmpty() && !groups.isEmpty()) {
      conditions.add(words("user", users) + " or " + words("group", groups));
    } else if (!users.isEmpty() || !groups.isEmpty()) {
      conditions.add(users.isEmpty() ? words("group", groups) : words("user", users));
    }
    return conditions.isEmpty() ? "everybody" : String.join(" and ", conditions);
  }

  private static String words(String what, List<IdRange> ranges) {
    boolean one = ranges.size() == 1 && ranges.getFirst().first() == ranges.getFirst().last();
    return what
        + (one ? " " : "s ")
        + ranges.stream().map(IdRange::toString).collect(joining(", "));
  }
}
