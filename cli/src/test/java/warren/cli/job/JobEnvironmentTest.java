package warren.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.plan.UserIdentity;

class JobEnvironmentTest {
  private static final Path FOLDER = Path.of("/tmp/warren-job-1");
  private static final JobUser STRANGER =
      new JobUser(new UserIdentity(1050, 1051), true, Optional.empty());

  @Test
  void nothingOfTheCallersIsPassedOnButHowToWrite() {
    Map<String, String> environment =
        JobEnvironment.of(
            STRANGER,
            FOLDER,
            Map.of("LANG", "C.UTF-8", "SECRET", "x", "LD_PRELOAD", "y", "PATH", "/root/bin"),
            Map.of());

    assertThat(environment)
        .containsOnlyKeys("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "WARREN_JOB_FOLDER")
        .containsEntry("PATH", "/tmp/warren-job-1/bin:/usr/local/bin:/usr/bin:/bin")
        .containsEntry("HOME", "/tmp/warren-job-1")
        .containsEntry("USER", "1050");
  }

  @Test
  void anAccountGivesHomeNameAndShell() {
    JobUser ann =
        new JobUser(
            STRANGER.identity(), true, Optional.of(new Account("ann", "/home/ann", "/bin/zsh")));

    assertThat(JobEnvironment.of(ann, FOLDER, Map.of(), Map.of()))
        .containsEntry("HOME", "/home/ann")
        .containsEntry("USER", "ann")
        .containsEntry("LOGNAME", "ann")
        .containsEntry("SHELL", "/bin/zsh");
  }

  @Test
  void noVariableMovesTheJobsFolder() {
    assertThat(
            JobEnvironment.of(
                STRANGER, FOLDER, Map.of(), Map.of("WARREN_JOB_FOLDER", "/x", "DW_JOB_a", "/d")))
        .containsEntry("WARREN_JOB_FOLDER", "/tmp/warren-job-1")
        .containsEntry("DW_JOB_a", "/d");
  }
}
