package warren.cli;

import java.time.InstantSource;
import picocli.CommandLine;
import warren.cli.check.CheckCommand;
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
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(clock));
    }
    return type == CheckCommand.class
        ? type.cast(new CheckCommand(System.in))
        : others.create(type);
  }
}
