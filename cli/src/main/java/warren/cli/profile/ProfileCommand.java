package warren.cli.profile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code warren profile}: by itself it only shows its help. */
@Command(
    name = ProfileCommand.NAME,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks at container profiles: those of the cluster, and those in files.",
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      LintCommand.class,
      ConvertCommand.class,
    })
public final class ProfileCommand implements Runnable {
  public static final String NAME = "profile";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
