package warren.cli.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import warren.cli.CommandException;
import warren.cli.ExitStatus;

/** Command lines that become the job's user and do not outlive the one who started them. */
final class JobCommand {
  /** Looked up here and not by PATH: they run before the caller's rights are given up. */
  private static final List<Path> SYSTEM_FOLDERS =
      List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

  private JobCommand() {}

  /**
   * The command as the job's user, in a session and process group of its own whose id is the
   * process's, to be killed by the kernel when the thread that started it ends.
   */
  static List<String> of(JobUser user, List<String> command) {
    List<String> line = new ArrayList<>();
    line.add(tool("setsid"));
    line.add("--wait");
    // After setsid, and last: a fork or a change of user would clear the parent-death signal.
    line.add(tool("setpriv"));
    line.addAll(identity(user));
    line.add("--pdeathsig");
    line.add("KILL");
    line.add("--");
    line.addAll(command);
    return line;
  }

  /** Only the change of user. */
  static List<String> asUser(JobUser user, List<String> command) {
    if (!user.switched()) {
      return command;
    }
    List<String> line = new ArrayList<>();
    line.add(tool("setpriv"));
    line.addAll(identity(user));
    line.add("--");
    line.addAll(command);
    return line;
  }

  private static List<String> identity(JobUser user) {
    return user.switched()
        ? List.of(
            "--reuid",
            Long.toString(user.identity().uid()),
            "--regid",
            Long.toString(user.identity().gid()),
            user.account().isPresent() ? "--init-groups" : "--clear-groups",
            "--inh-caps=-all")
        : List.of();
  }

  /** The full path of one of this system's own programs. */
  static String tool(String name) {
    return SYSTEM_FOLDERS.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    ExitStatus.TROUBLE,
                    "the program "
                        + name
                        + " is missing; install it: it belongs to util-linux, coreutils or the C"
                        + " library"));
  }
}
