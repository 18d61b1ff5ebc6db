package warren.cli.job;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.plan.UserIdentity;

/**
 * Whom a job runs as.
 *
 * @param switched whether that is another user than the caller
 * @param account the user's account, when this machine has one
 */
public record JobUser(UserIdentity identity, boolean switched, Optional<Account> account) {
  public JobUser {
    requireNonNull(identity, "identity");
    requireNonNull(account, "account");
    if (identity.uid() == 0) {
      throw new IllegalArgumentException("user 0 runs no job");
    }
  }

  /**
   * The caller, or for root the user it names.
   *
   * @param named what {@code --user} says
   * @throws CommandException when the caller may not, or root names nobody or itself
   */
  public static JobUser choose(UserIdentity caller, Optional<UserIdentity> named) {
    if (caller.uid() != 0) {
      if (named.isPresent()) {
        throw refused("only root may name a user with --user; the job runs as you");
      }
      return new JobUser(caller, false, Account.of(caller.uid()));
    }
    UserIdentity user =
        named.orElseThrow(
            () ->
                refused(
                    "root runs no containers: name the user the job is for with --user UID:GID"));
    if (user.uid() == 0) {
      throw refused("user 0 runs no containers: name another with --user UID:GID");
    }
    return new JobUser(user, true, Account.of(user.uid()));
  }

  private static CommandException refused(String sentence) {
    return new CommandException(ExitStatus.REFUSED, sentence);
  }

  /** Who runs this process. */
  public static UserIdentity caller() {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
      return new UserIdentity(effective(status, "Uid:"), effective(status, "Gid:"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The second of the four ids: real, effective, saved, file system. */
  private static long effective(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> Long.parseLong(line.split("\t", -1)[2]))
        .findFirst()
        .orElseThrow();
  }
}
