package warren.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import warren.cli.check.CheckCommand;
import warren.cli.cluster.ClusterCommand;
import warren.cli.demo.DemoCommand;
import warren.cli.logs.LogsCommand;
import warren.cli.plan.PlanCommand;
import warren.cli.profile.ProfileCommand;
import warren.cli.run.RunCommand;
import warren.cli.run.StepCommand;
import warren.cli.secret.SecretCommand;

/** {@code warren} itself: by itself it only shows its help. */
@Command(
    name = "warren",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs user containers beside a batch job, on the storage nodes next to it.",
    subcommands = {
      DemoCommand.class,
      VerifyCommand.class,
      ClusterCommand.class,
      CheckCommand.class,
      PlanCommand.class,
      ProfileCommand.class,
      RunCommand.class,
      StepCommand.class,
      LogsCommand.class,
      SecretCommand.class
    })
final class WarrenCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
