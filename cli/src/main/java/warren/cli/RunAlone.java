package warren.cli;

import picocli.CommandLine.Command;
import warren.cli.run.RunCommand;

/**
 * {@code warren} where {@code run} is asked for: a job waits for it, and picocli looks into every
 * class that it is told of.
 */
@Command(
    name = "warren",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = RunCommand.class)
final class RunAlone {}
