package warren.cli.job;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.FileTrouble;

/** A user's account on this machine. */
public record Account(String name, String home, String shell) {
  private static final int FIELDS = 7;

  public Account {
    requireNonNull(name, "name");
    requireNonNull(home, "home");
    shell = shell.isEmpty() ? "/bin/sh" : shell; // as passwd(5) has it
  }

  /** The account of a user id, from wherever this machine keeps them; empty when it has none. */
  public static Optional<Account> of(long uid) {
    try {
      Process getent =
          new ProcessBuilder(JobCommand.tool("getent"), "passwd", Long.toString(uid))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      getent.getOutputStream().close();
      return parse(new String(getent.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException missing) {
      throw new CommandException(
          ExitStatus.TROUBLE,
          "the user " + uid + " cannot be looked up: " + FileTrouble.reason(missing),
          missing);
    }
  }

  static Optional<Account> parse(String entry) {
    String[] fields = entry.lines().findFirst().orElse("").split(":", -1);
    return fields.length == FIELDS
        ? Optional.of(new Account(fields[0], fields[5], fields[6]))
        : Optional.empty();
  }
}
