package warren.plan;

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

  private static boolean isId(long id) {
    return id >= 0 && id <= MAX_ID;
  }
}
