package warren.cli.secret;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code warren secret create|check}. */
@Command(
    name = "secret",
    description = "For administrators: makes pull secrets, and tries them at their registries.",
    synopsisSubcommandLabel = "(create | check)",
    mixinStandardHelpOptions = true,
    subcommands = {CreateSecretCommand.class, CheckSecretsCommand.class})
public final class SecretCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
