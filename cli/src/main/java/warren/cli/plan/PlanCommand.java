package warren.cli.plan;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.cli.JudgingCommand;
import warren.cli.job.ScriptOptions;
import warren.cli.job.UserOption;
import warren.cli.profile.ProfileSource;
import warren.cli.site.ContainerLimitOption;
import warren.plan.UserIdentity;

/** {@code warren plan}: what a job script would run where. */
@Command(
    name = PlanCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Says what a job script would run where: storage, containers, what they see, and the objects"
          + " in the cluster. Nothing is made or changed. Without --profiles the site's cluster is"
          + " asked for profiles and machine.",
      "The plan goes to standard output, what is wrong to standard error. The workflow's name and"
          + " UID are placeholders: the same question has the same answer, byte for byte."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the job would be accepted",
      "1:it would be refused",
      "2:no answer: the command line, a file or the cluster"
    })
public final class PlanCommand implements JudgingCommand {
  public static final String NAME = "plan";

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "JOB.SH", description = "The job script.")
  private Path script;

  @Mixin private ScriptOptions scripts;
  @Mixin private ProfileSource source;
  @Mixin private ContainerLimitOption containers;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "1",
      description = "Plan for N computes; default ${DEFAULT-VALUE}.")
  private int nodes;

  @Option(
      names = "--machine",
      paramLabel = "FILE",
      description =
          "With --profiles: a SystemConfiguration; without it each compute has a Rabbit of its own,"
              + " as in the local cluster.")
  private Path machine;

  @Option(
      names = "--user",
      paramLabel = "UID:GID",
      converter = UserOption.class,
      description =
          "Plan for this user, else for you; with the cluster root must say, nobody else may.")
  private UserIdentity user;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description =
          "text, for people; or yaml or json, the objects of the containers, as for kubectl diff -f"
              + " -; default ${DEFAULT-VALUE}.")
  private PlanForm form;

  @Override
  public Integer call() {
    if (nodes < 1) {
      throw new ParameterException(spec.commandLine(), "--nodes must be at least 1");
    }
    if (source.folder().isEmpty() && machine != null) {
      throw new ParameterException(
          spec.commandLine(), "--machine goes with --profiles: a cluster says itself what it has");
    }
    PlanOptions options =
        new PlanOptions(
            script,
            scripts,
            source,
            containers,
            nodes,
            Optional.ofNullable(machine),
            Optional.ofNullable(user),
            form);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return new PlanRun(options, System.getenv(), out, err).run();
  }
}
