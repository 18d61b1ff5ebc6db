package warren.plan;

/**
 * The job's user.
 *
 * @param uid user id; may be 0 here, and the planner refuses containers to it
 * @param gid group id
 */
public record UserIdentity(long uid, long gid) {
  public UserIdentity {
    if (uid < 0 || uid > 0xFFFF_FFFFL || gid < 0 || gid > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException("user and group ids are unsigned 32-bit numbers");
    }
  }
}
