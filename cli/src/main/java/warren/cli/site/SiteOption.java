package warren.cli.site;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import warren.cli.CommandException;
import warren.cli.cluster.LocalWarren;

/** The option that names the site. */
public final class SiteOption {
  @Option(
      names = "--site",
      paramLabel = "FILE",
      description =
          "The site file; else the one in $" + SiteFile.VARIABLE + ", else the local cluster's.")
  private Path file;

  /** Whether the command line names a site. */
  public boolean isGiven() {
    return file != null;
  }

  /**
   * The site to use.
   *
   * @param environment for {@value SiteFile#VARIABLE}
   * @throws CommandException when there is none, or it cannot be read
   */
  public RunnerSite find(Map<String, String> environment) {
    return SiteFile.find(Optional.ofNullable(file), environment, LocalWarren.siteFile());
  }
}
