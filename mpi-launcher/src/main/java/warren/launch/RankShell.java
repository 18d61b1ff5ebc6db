package warren.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives MPI ranks the environment of their container.
 *
 * <p>An SSH server starts each session with an environment of its own: {@code PATH} is the server's
 * default, and variables of the image and of the profile are missing. So a worker records its
 * environment before it starts the server, and the user's login shell, with which the server runs
 * every command, reads the record.
 *
 * <p>The shell's {@code export -p} writes the record. It quotes every value, also one of several
 * lines. Names that a shell cannot hold, such as {@code app.mode}, are not recorded.
 */
public final class RankShell {
  /**
   * Where the login shell stands in the containers. Open MPI 4 reads the kind of a shell from the
   * file's name: {@code sh} it knows.
   */
  static final String FILE = "/etc/warren/sh";

  private RankShell() {}

  /** The login shell, a script: it runs its arguments in the image's shell. */
  static String script(Account account) {
    return """
        #!/bin/sh
        # The shell of the SSH sessions of MPI ranks. What sshd has set is replaced by the environment
        # and the working directory that the worker had when it started.
        if [ -r %1$s ]; then
          unset PATH HOME USER LOGNAME SHELL MAIL TZ SSH_CLIENT SSH_CONNECTION SSH_TTY
          . %1$s
          cd "$PWD" || exit
          unset OLDPWD
        fi
        exec /bin/sh "$@"
        """
        .formatted(record(account));
  }

  /**
   * The command that records the container's environment, and then becomes this command.
   *
   * @param command a program and its arguments; at least the program
   */
  public static List<String> recording(Account account, List<String> command) {
    List<String> recording =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                // Secrets of the profile can be among the variables.
                "(umask 077; export -p > " + record(account) + ") && exec \"$@\"",
                "sh"));
    recording.addAll(command);
    return List.copyOf(recording);
  }

  private static String record(Account account) {
    return account.home() + "/.warren-environment";
  }
}
