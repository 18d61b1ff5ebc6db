package warren.plan;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/**
 * The job's user.
 *
 * @param uid user id; may be 0 here, and the planner refuses containers to it
 * @param gid group id
 * @param supplementaryGroups ids of the other groups the user is in, as far as they are known
 */
public record UserIdentity(long uid, long gid, List<Long> supplementaryGroups) {
  private static final long MAX_ID = 0xFFFF_FFFFL;

  public UserIdentity {
    supplementaryGroups = List.copyOf(supplementaryGroups);
    if (!isId(uid) || !isId(gid) || !supplementaryGroups.stream().allMatch(UserIdentity::isId)) {
      throw new IllegalArgumentException("user and group ids are unsigned 32-bit numbers");
    }
  }

  /** A user of whom no supplementary groups are known. */
  public UserIdentity(long uid, long gid) {
    this(uid, gid, List.of());
  }

  /** The same user, in the groups that {@link #groupsText} gave; whatever is no id is left out. */
  public UserIdentity withGroups(String text) {
    return new UserIdentity(
        uid,
        gid,
        Arrays.stream(text.split(","))
            .filter(id -> id.matches("[0-9]{1,10}"))
            .map(Long::valueOf)
            .filter(UserIdentity::isId)
            .toList());
  }

  /** The supplementary groups, joined by commas: {@code 100,200}; empty when there are none. */
  public String groupsText() {
    return supplementaryGroups.stream().map(String::valueOf).collect(joining(","));
  }

  private static boolean isId(long id) {
    return id >= 0 && id <= MAX_ID;
  }
}
