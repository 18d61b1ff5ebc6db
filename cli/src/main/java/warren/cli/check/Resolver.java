package warren.cli.check;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.cli.profile.FileFaults;
import warren.cli.profile.ProfileSource;
import warren.cli.show.Ink;
import warren.cli.site.ClusterAccess;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.plan.Planner;
import warren.plan.UserIdentity;
import warren.profile.catalog.FolderProfileCatalog;

/**
 * Beside the directives, the profiles: as {@code plan}, {@code run} and the operator resolve them,
 * but for profiles that are read once. What this needs is not loaded where no profiles are named.
 *
 * @param rules the cluster's, where the profiles are from a cluster
 * @param user whose jobs the scripts are
 * @param faults of the files the profiles came from
 */
record Resolver(Optional<RuleBook> rules, Planner planner, UserIdentity user, FileFaults faults)
    implements Extent {
  Resolver {
    requireNonNull(rules, "rules");
    requireNonNull(planner, "planner");
    requireNonNull(user, "user");
    requireNonNull(faults, "faults");
  }

  /**
   * Reads the profiles, and of a cluster the rules.
   *
   * @throws warren.cli.CommandException when that cannot be
   */
  static Resolver read(ProfileSource source, UserIdentity user, Map<String, String> environment) {
    if (source.folder().isPresent()) {
      FolderProfileCatalog folder = source.readFolder();
      return new Resolver(
          Optional.empty(), new Planner(folder), user, new FileFaults(folder.findings()));
    }
    return ClusterAccess.ask(
        source.site().find(environment),
        cluster ->
            new Resolver(
                Optional.of(cluster.rules()),
                new Planner(new KeptProfiles(cluster.profiles())),
                user,
                FileFaults.NONE));
  }

  /** Tells what is wrong with the profiles' files. */
  void tellFiles(PrintWriter err, Ink ink) {
    faults.tell(err, ink, "scripts are checked by the rest");
  }

  @Override
  public boolean isSound() {
    return faults.isSound();
  }

  /** Adds what the profiles bring up, and puts everything at its place. */
  @Override
  public Reading of(JobScript script, Reading reading) {
    List<Finding> all =
        planner.plan(reading, user).findings().stream()
            .map(finding -> script.placeOf(finding).map(finding::at).orElse(finding))
            .toList();
    return new Reading(reading.lines(), reading.directives(), all);
  }
}
