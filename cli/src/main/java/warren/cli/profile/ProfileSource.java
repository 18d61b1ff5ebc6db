package warren.cli.profile;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.cluster.LocalWarren;
import warren.cli.job.JobUser;
import warren.cli.show.FileTrouble;
import warren.cli.site.ClusterAccess;
import warren.cli.site.ClusterTrouble;
import warren.cli.site.RunnerSite;
import warren.cli.site.SiteFile;
import warren.plan.UserIdentity;
import warren.profile.ProfileCatalog;
import warren.profile.catalog.FolderProfileCatalog;

/** The options that say where profiles are looked for. */
public final class ProfileSource {
  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description = "Look into the YAML and JSON files of DIR, or one file; no cluster is asked.")
  private Path folder;

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description =
          "The site file; else the one in $" + SiteFile.VARIABLE + ", else the local cluster's.")
  private Path site;

  /**
   * Asks the catalog.
   *
   * @throws CommandException when it cannot be read
   */
  <T> T ask(Map<String, String> environment, Function<ProfileCatalog, T> question) {
    if (folder != null) {
      return question.apply(read(folder));
    }
    RunnerSite found =
        SiteFile.find(Optional.ofNullable(site), environment, LocalWarren.siteFile());
    try (ClusterAccess access = ClusterAccess.open(found)) {
      return question.apply(access.profiles());
    } catch (KubernetesClientException trouble) {
      throw ClusterTrouble.stop(found, trouble);
    }
  }

  /** {@link #userOf} for this source. */
  UserIdentity user(Optional<UserIdentity> named) {
    return userOf(named, folder != null);
  }

  /**
   * Whom profiles are asked for: the caller, or who is named; where no cluster is asked, everybody
   * may name anybody.
   *
   * @throws CommandException when the caller may not ask for that user, or is root and names nobody
   */
  public static UserIdentity userOf(Optional<UserIdentity> named, boolean offline) {
    return named
        .filter(any -> offline)
        .orElseGet(() -> JobUser.choose(JobUser.caller(), named).identity());
  }

  /**
   * Reads a folder of {@code --profiles}.
   *
   * @throws CommandException when it cannot be read
   */
  public static FolderProfileCatalog read(Path path) {
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
