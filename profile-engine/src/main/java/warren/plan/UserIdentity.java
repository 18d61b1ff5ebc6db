package warren.plan;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The job's user.
 *
 * @param uid user id; may be 0 here, and the planner refuses containers to it
 * @param gid group id
 * @param supplementaryGroups ids of the other groups the user is in, as far as they are known
 * @param name the user's account name, see {@link #isName}; empty when it is not known
 */
public record UserIdentity(
    long uid, long gid, List<Long> supplementaryGroups, Optional<String> name) {
  private static final long MAX_ID = 0xFFFF_FFFFL;

  /** POSIX portable, but no number; the length is that of Linux. */
  private static final Pattern NAME = Pattern.compile("(?![0-9]+$)\\w[\\w.-]{0,31}");

  /** Accounts and groups that containers have beside the user's own. */
  private static final List<String> TAKEN = List.of("root", "nobody", "nogroup");

  public UserIdentity {
    supplementaryGroups = List.copyOf(supplementaryGroups);
    if (!isId(uid) || !isId(gid) || !supplementaryGroups.stream().allMatch(UserIdentity::isId)) {
      throw new IllegalArgumentException("user and group ids are unsigned 32-bit numbers");
    }
    if (!name.map(UserIdentity::isName).orElse(true)) {
      throw new IllegalArgumentException("this is no user name: " + name.get());
    }
  }

  /** A user whose name is not known. */
  public UserIdentity(long uid, long gid, List<Long> supplementaryGroups) {
    this(uid, gid, supplementaryGroups, Optional.empty());
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
            .toList(),
        name);
  }

  /** The same user with this account name; with none if the text is no name for containers. */
  public UserIdentity withName(String text) {
    return new UserIdentity(
        uid, gid, supplementaryGroups, Optional.of(text).filter(UserIdentity::isName));
  }

  /**
   * Whether a user can have this name in containers: 1 to 32 ASCII letters, digits, underscores,
   * dots and hyphens, not only digits, the first one no dot and no hyphen; and it is not a name
   * that another account has there.
   */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches() && !TAKEN.contains(text);
  }

  /** The supplementary groups, joined by commas: {@code 100,200}; empty when there are none. */
  public String groupsText() {
    return supplementaryGroups.stream().map(String::valueOf).collect(joining(","));
  }

  private static boolean isId(long id) {
    return id >= 0 && id <= MAX_ID;
  }
}
