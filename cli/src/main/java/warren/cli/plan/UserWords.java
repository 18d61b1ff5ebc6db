package warren.cli.plan;

import java.util.stream.Collectors;
import warren.plan.UserIdentity;

/** A user as a person writes it. */
final class UserWords {
  private UserWords() {}

  static String of(UserIdentity user) {
    String groups =
        user.supplementaryGroups().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "user "
        + user.uid()
        + ", group "
        + user.gid()
        + (groups.isEmpty() ? "" : ", also in groups " + groups);
  }
}
