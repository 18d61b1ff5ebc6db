package warren.profile;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

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

  /** Whether nobody meets the conditions; user 0 does not count, who never gets a container. */
  boolean admitNobody() {
    boolean listed =
        users.isEmpty()
            || !groups.isEmpty() // anybody may be in a group
            || (userId.isPresent()
                ? has(users, userId.getAsLong())
                : users.stream().anyMatch(range -> range.last() > 0));
    return !listed || userId.orElse(1) == 0;
  }

  private static boolean has(List<IdRange> ranges, long id) {
    return ranges.stream().anyMatch(range -> range.contains(id));
  }

  /**
   * The conditions in words, such as {@code users 1000-1999 or group 7}, or {@code user 7 in group
   * 8, and of these only users 1-9}; "everybody" for none.
   */
  public String words() {
    List<String> own = new ArrayList<>();
    userId.ifPresent(id -> own.add("user " + id));
    groupId.ifPresent(id -> own.add("group " + id));
    List<String> listed = new ArrayList<>();
    if (!users.isEmpty()) {
      listed.add(words("user", users));
    }
    if (!groups.isEmpty()) {
      listed.add(words("group", groups));
    }
    String conditions =
        Stream.of(String.join(" in ", own), String.join(" or ", listed))
            .filter(words -> !words.isEmpty())
            .collect(joining(", and of these only "));
    return conditions.isEmpty() ? "everybody" : conditions;
  }

  private static String words(String what, List<IdRange> ranges) {
    boolean one = ranges.size() == 1 && ranges.getFirst().first() == ranges.getFirst().last();
    return what
        + (one ? " " : "s ")
        + ranges.stream().map(IdRange::toString).collect(joining(", "));
  }
}
