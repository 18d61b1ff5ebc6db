package warren.cli;

import java.time.InstantSource;
import picocli.CommandLine;
import warren.cli.run.RunCommand;

/** Makes the commands; those that need the time get it here. */
final class Commands implements CommandLine.IFactory {
  private final InstantSource clock;
  private final CommandLine.IFactory others = CommandLine.defaultFactory();

  Commands(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == RunCommand.class ? type.cast(new RunCommand(clock)) : others.create(type);
  }
}
