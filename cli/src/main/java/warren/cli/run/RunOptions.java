package warren.cli.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import warren.cli.job.ScriptOptions;
import warren.cli.site.SiteOption;
import warren.plan.UserIdentity;

/**
 * What the user asks of {@code warren run}.
 *
 * @param scripts how the script is read
 * @param nodes how many computes to play, at least 1
 * @param logs where containers' logs are kept; without it they are shown after the script's output
 * @param keep leave the workflow in PostRun
 * @param verbose show all that containers print
 */
record RunOptions(
    Path script,
    ScriptOptions scripts,
    List<String> arguments,
    int nodes,
    Optional<UserIdentity> user,
    Optional<Path> logs,
    boolean keep,
    boolean verbose,
    SiteOption site) {
  RunOptions {
    requireNonNull(script, "script");
    requireNonNull(scripts, "scripts");
    requireNonNull(user, "user");
    requireNonNull(logs, "logs");
    requireNonNull(site, "site");
    arguments = List.copyOf(arguments);
    if (nodes < 1) {
      throw new IllegalArgumentException("a job has at least one compute");
    }
  }
}
