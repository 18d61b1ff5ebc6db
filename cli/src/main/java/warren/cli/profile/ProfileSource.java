package warren.cli.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.job.JobUser;
import warren.cli.show.FileTrouble;
import warren.cli.site.ClusterAccess;
import warren.cli.site.SiteOption;
import warren.plan.UserIdentity;
import warren.profile.ProfileCatalog;
import warren.profile.catalog.FolderProfileCatalog;

/** The options that say where profiles are looked for. */
public final class ProfileSource {
  @ArgGroup private Place place = new Place();

  /** One of the two, or none. */
  private static final class Place {
    @Option(
        names = "--profiles",
        paramLabel = "DIR",
        description =
            "Take profiles from the YAML and JSON files of DIR, or from one file; no cluster is"
                + " asked.")
    private Path folder;

    @Option(names = "--cluster", description = "Take profiles from the site's cluster.")
    private boolean cluster;
  }

  @Mixin private SiteOption site;

  /**
   * The folder, or file, that the command line names; where it names none, the cluster is meant.
   */
  public Optional<Path> folder() {
    return Optional.ofNullable(place.folder);
  }

  /** Whether the command line names the cluster. */
  public boolean isCluster() {
    return place.cluster;
  }

  /** Which cluster, where one is asked. */
  public SiteOption site() {
    return site;
  }

  /**
   * Asks the catalog.
   *
   * @throws CommandException when it cannot be read
   */
  <T> Asked<T> ask(Map<String, String> environment, Function<ProfileCatalog, T> question) {
    if (folder().isPresent()) {
      FolderProfileCatalog catalog = readFolder();
      return new Asked<>(question.apply(catalog), new FileFaults(catalog.findings()));
    }
    return new Asked<>(
        ClusterAccess.ask(site.find(environment), cluster -> question.apply(cluster.profiles())),
        FileFaults.NONE);
  }

  /**
   * Whom profiles are asked for: the caller, or who is named; where no cluster is asked, everybody
   * may name anybody.
   *
   * @throws CommandException when the caller may not ask for that user, or is root and names nobody
   */
  public UserIdentity user(Optional<UserIdentity> named) {
    return named
        .filter(any -> folder().isPresent())
        .orElseGet(() -> JobUser.choose(JobUser.caller(), named).identity());
  }

  /**
   * Reads the folder that the command line names.
   *
   * @throws CommandException when it cannot be read
   */
  public FolderProfileCatalog readFolder() {
    Path path = folder().orElseThrow();
    try {
      return FolderProfileCatalog.read(path);
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitStatus.UNANSWERED,
          "the profiles of " + path + " cannot be read: " + FileTrouble.reason(unreadable),
          unreadable);
    }
  }
}
