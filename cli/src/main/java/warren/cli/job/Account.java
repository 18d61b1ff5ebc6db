package warren.cli.job;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    return parse(asked(uid, "getent", "passwd", Long.toString(uid)));
  }

  /** The ids of the groups that whoever logs in with it is in; that of its entry is the first. */
  public List<Long> groups() {
    return Stream.of(asked(name, "id", "-G", "--", name).strip().split(" ", -1))
        .filter(id -> !id.isEmpty())
        .map(Long::valueOf)
        .toList();
  }

  /** What one of this system's own programs says of a user. */
  private static String asked(Object user, String tool, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JobCommand.tool(tool)));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new CommandException(
          ExitStatus.TROUBLE,
          "the user " + user + " cannot be looked up: " + FileTrouble.reason(missing),
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
