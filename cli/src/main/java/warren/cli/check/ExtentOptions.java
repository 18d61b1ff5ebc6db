package warren.cli.check;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import warren.cli.CommandException;
import warren.cli.job.UserOption;
import warren.cli.profile.ProfileSource;
import warren.cli.show.Ink;
import warren.cli.site.SiteOption;
import warren.plan.UserIdentity;

/** The options that say how far scripts are checked. */
final class ExtentOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--no-cross-checks",
      description = "Ask the rules alone, not what comes up when the job's turn has come.")
  private boolean rulesOnly;

  @Mixin private ProfileSource profiles;

  @Option(
      names = "--user",
      paramLabel = "UID:GID",
      converter = UserOption.class,
      description =
          "With profiles: for this user, else for you; with the cluster root must say, nobody else"
              + " may.")
  private UserIdentity user;

  /**
   * What they say.
   *
   * @param err hears what is wrong with the files of profiles
   * @throws ParameterException when they contradict each other
   * @throws CommandException when the profiles cannot be read
   */
  Extent extent(Map<String, String> environment, PrintWriter err, Ink ink) {
    boolean resolved = profiles.isCluster() || profiles.folder().isPresent();
    refuse(user != null && !resolved, "--user goes with --profiles or --cluster");
    refuse(profiles.site().isGiven() && !profiles.isCluster(), "--site goes with --cluster");
    refuse(
        rulesOnly && resolved,
        "--no-cross-checks asks the rules alone: leave --profiles and --cluster out");
    if (!resolved) {
      return rulesOnly ? Extent.RULES : Extent.DIRECTIVES;
    }
    Resolver resolver =
        Resolver.read(profiles, profiles.user(Optional.ofNullable(user)), environment);
    resolver.tellFiles(err, ink);
    return resolver;
  }

  /** Whether the site's cluster is asked. */
  boolean isCluster() {
    return profiles.isCluster();
  }

  /** Which site, where its cluster is asked. */
  SiteOption site() {
    return profiles.site();
  }

  private void refuse(boolean contradiction, String why) {
    if (contradiction) {
      throw new ParameterException(spec.commandLine(), why);
    }
  }
}
