package warren.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.plan.UserIdentity;

class JobUserTest {
  private static final UserIdentity ROOT = new UserIdentity(0, 0);
  private static final UserIdentity ANN = new UserIdentity(1050, 1051);

  @Test
  void aJobRunsAsItsCaller() {
    JobUser user = JobUser.choose(ANN, Optional.empty());

    assertThat(user.identity()).isEqualTo(ANN);
    assertThat(user.switched()).isFalse();
  }

  @Test
  void rootNamesAnotherUser() {
    JobUser user = JobUser.choose(ROOT, Optional.of(ANN));

    assertThat(user.identity())
        .returns(ANN.uid(), UserIdentity::uid)
        .returns(ANN.gid(), UserIdentity::gid);
    assertThat(user.switched()).isTrue();
  }

  @Test
  void theUserThatRootNamesIsInTheGroupsOfItsAccount() {
    JobUser user = JobUser.choose(ROOT, Optional.of(new UserIdentity(1, 1051)));

    assertThat(user.account()).as("the account that every Linux has for user 1").isPresent();
    assertThat(user.identity().gid()).isEqualTo(1051);
    assertThat(user.identity().supplementaryGroups())
        .isNotEmpty()
        .isEqualTo(user.account().get().groups());
  }

  @Test
  void theUserHasTheNameOfItsAccountWhereContainersCanHaveIt() {
    assertThat(named("ann").named()).isEqualTo(ANN.withName("ann"));
    assertThat(named("ann@corp.example").named()).isEqualTo(ANN);
    assertThat(new JobUser(ANN, true, Optional.empty()).named()).isEqualTo(ANN);
  }

  private static JobUser named(String name) {
    return new JobUser(ANN, true, Optional.of(new Account(name, "/home/ann", "/bin/sh")));
  }

  @Test
  void anAccountIsInItsOwnGroup() {
    assertThat(Account.of(0).orElseThrow().groups()).contains(0L);
  }

  @Test
  void rootMustNameSomebody() {
    assertThatThrownBy(() -> JobUser.choose(ROOT, Optional.empty()))
        .hasMessage("root runs no containers: name the user the job is for with --user UID:GID");
  }

  @Test
  void rootMayNotNameItself() {
    assertThatThrownBy(() -> JobUser.choose(ROOT, Optional.of(new UserIdentity(0, 1051))))
        .hasMessage("user 0 runs no containers: name another with --user UID:GID");
  }

  @Test
  void nobodyElseMayNameAUser() {
    assertThatThrownBy(() -> JobUser.choose(ANN, Optional.of(ANN)))
        .hasMessage("only root may name a user with --user; the job runs as you");
  }

  @Test
  void anAccountIsReadFromItsEntry() {
    assertThat(Account.parse("ann:x:1050:1051:Ann:/home/ann:\n"))
        .contains(new Account("ann", "/home/ann", "/bin/sh"));
    assertThat(Account.parse("")).isEmpty();
  }
}
