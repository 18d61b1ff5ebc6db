package warren.cli.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import warren.plan.UserIdentity;

/** What the tests of processes share. */
final class Processes {
  private Processes() {}

  /** The user of a test's job: another one when the tests run as root, else the caller. */
  static JobUser user() {
    UserIdentity caller = JobUser.caller();
    return JobUser.choose(
        caller, caller.uid() == 0 ? Optional.of(new UserIdentity(1050, 1051)) : Optional.empty());
  }

  /** Whether a process lives; one that is dead and only waits for its parent does not. */
  static boolean isAlive(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return !stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
    } catch (IOException gone) {
      return false;
    }
  }

  /** The process ids a script wrote, one a line. */
  static List<Long> written(Path file) {
    try {
      return Files.readAllLines(file).stream().map(Long::valueOf).toList();
    } catch (IOException notYet) {
      return List.of();
    }
  }
}
