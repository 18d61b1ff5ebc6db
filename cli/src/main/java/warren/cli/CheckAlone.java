package warren.cli;

import picocli.CommandLine.Command;
import warren.cli.check.CheckCommand;

/**
 * {@code warren} where {@code check} is asked for, which has to answer at once: picocli looks into
 * every class that it is told of.
 */
@Command(
    name = "warren",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = CheckCommand.class)
final class CheckAlone {}
