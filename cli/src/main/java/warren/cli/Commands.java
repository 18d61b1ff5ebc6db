package warren.cli;

import java.time.InstantSource;
import picocli.CommandLine;
import warren.cli.check.CheckCommand;
import warren.cli.logs.LogsCommand;
import warren.cli.profile.ConvertCommand;
import warren.cli.profile.LintCommand;
import warren.cli.run.RunCommand;

/** Makes the commands; those that need the time or standard input get it here. */
final class Commands implements CommandLine.IFactory {
  private final InstantSource clock;
  private final CommandLine.IFactory others = CommandLine.defaultFactory();

  Commands(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object command;
    if (type == RunCommand.class) {
      command = new RunCommand(clock);
    } else if (type == LogsCommand.class) {
      command = new LogsCommand(clock);
    } else if (type == CheckCommand.class) {
      command = new CheckCommand(System.in);
    } else if (type == LintCommand.class) {
      command = new LintCommand(System.in);
    } else if (type == ConvertCommand.class) {
      command = new ConvertCommand(System.in);
    } else {
      command = others.create(type);
    }
    return type.cast(command);
  }
}
