package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.cli.demo.PullSecret;
import warren.cluster.CommandResult;

/** The commands that only look: with the runner's rights, at the profiles of a real cluster. */
@ExtendWith(Lab.Extension.class)
class CommandsTest {
  private static final String USER = Warren.jobUid() + ":" + Warren.jobGid();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Lab lab;
  private final TestNamespace namespace;

  CommandsTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @Test
  void profilesForOthersAreListedOnlyWhenAllAreAskedFor() {
    new Profiles(lab)
        .put(
            "for-others",
            Profiles.IMAGE,
            PullSecret.NAME,
            "users: ['7']\nretryLimit: 0",
            List.of("/bin/true"));

    assertThat(warren("profile", "list", "--user", USER).lines())
        .anyMatch(line -> line.startsWith("red-rock-slushy"))
        .anyMatch(line -> line.startsWith("mpi-red-rock-slushy"))
        .noneMatch(line -> line.startsWith("for-others"));
    assertThat(warren("profile", "list", "-A", "--user", USER).lines())
        .anyMatch(line -> line.startsWith("for-others"));
  }

  @Test
  void aProfileIsShownWithItsDefaults() {
    assertThat(warren("profile", "show", "red-rock-slushy"))
        .contains("red-rock-slushy", Profiles.IMAGE, "300 (default)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"red-rock-slushy", "mpi-red-rock-slushy"})
  void theObjectsOfAPlanAreWhatTheApiServerTakes(String example) {
    String job = lab.checkout().root().resolve("examples/" + example + "/job.sh").toString();
    String objects = warren("plan", "--nodes", "2", "--user", USER, "-o", "yaml", job);

    CommandResult taken =
        lab.cluster().kubectl(List.of("create", "--dry-run=server", "-f", "-"), objects);
    assertThat(taken.exitCode()).as(taken.stderr() + objects).isZero();
    assertThat(taken.stdout().lines()).isNotEmpty();
    assertThat(namespace.left()).isEmpty();
  }

  private String warren(String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addAll(List.of("--site", namespace.site().toString()));
    Warren run = Warren.start(command);
    assertThat(run.exitStatus(PATIENCE)).as(run.output()).isZero();
    return run.output();
  }
}
