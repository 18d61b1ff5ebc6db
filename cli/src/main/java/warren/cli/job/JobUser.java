package warren.cli.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.install.Caller;
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
   * The caller, or for root the user it names, in the groups of that user's account.
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
    Optional<Account> account = Account.of(user.uid());
    List<Long> groups = account.map(Account::groups).orElse(List.of());
    return new JobUser(new UserIdentity(user.uid(), user.gid(), groups), true, account);
  }

  /** The user with the name of its account, where there is one that containers can have. */
  public UserIdentity named() {
    return account.map(Account::name).map(identity::withName).orElse(identity);
  }

  private static CommandException refused(String sentence) {
    return new CommandException(ExitStatus.REFUSED, sentence);
  }

  /** Who runs this process. */
  public static UserIdentity caller() {
    return new UserIdentity(
        Integer.toUnsignedLong(Caller.uid()),
        Integer.toUnsignedLong(Caller.gid()),
        Caller.supplementaryGroups());
  }
}
