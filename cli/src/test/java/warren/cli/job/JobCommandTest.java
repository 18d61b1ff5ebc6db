package warren.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.plan.UserIdentity;

class JobCommandTest {
  private static final UserIdentity USER = new UserIdentity(1050, 1051);

  private static List<String> names(List<String> line) {
    return line.stream()
        .map(word -> word.startsWith("/") ? word.replaceAll(".*/", "") : word)
        .toList();
  }

  @Test
  void aUserWithoutAccountGetsNoGroups() {
    assertThat(
            names(JobCommand.of(new JobUser(USER, true, Optional.empty()), List.of("job", "-x"))))
        .containsExactly(
            "setsid",
            "--wait",
            "setpriv",
            "--reuid",
            "1050",
            "--regid",
            "1051",
            "--clear-groups",
            "--inh-caps=-all",
            "--pdeathsig",
            "KILL",
            "--",
            "job",
            "-x");
  }

  @Test
  void aUserWithAccountGetsTheAccountsGroups() {
    JobUser user =
        new JobUser(USER, true, Optional.of(new Account("ann", "/home/ann", "/bin/bash")));

    assertThat(JobCommand.of(user, List.of("job"))).contains("--init-groups");
  }

  @Test
  void theCallerKeepsItsIdentityAndStillDiesWithUs() {
    assertThat(names(JobCommand.of(new JobUser(USER, false, Optional.empty()), List.of("job"))))
        .containsExactly("setsid", "--wait", "setpriv", "--pdeathsig", "KILL", "--", "job");
  }

  @Test
  void toolsAreNeverLookedUpInFoldersOfTheJob() {
    assertThat(JobCommand.of(new JobUser(USER, true, Optional.empty()), List.of("job")))
        .filteredOn(word -> word.endsWith("/setpriv") || word.endsWith("/setsid"))
        .hasSize(2)
        .allMatch(word -> word.startsWith("/"));
  }
}
