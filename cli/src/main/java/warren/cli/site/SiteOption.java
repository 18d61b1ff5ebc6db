package warren.cli.site;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import warren.cli.CommandException;
import warren.cli.cluster.LocalWarren;
import warren.dw.RuleBook;

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

  /**
   * The rules with the site's limit of container directives in a job. A site that cannot be read
   * leaves the rules as they are: whoever needs the site says what is wrong with it.
   */
  public RuleBook limit(RuleBook rules, Map<String, String> environment) {
    try {
      return rules.withContainersPerJob(find(environment).containersPerJob());
    } catch (CommandException unknown) {
      return rules;
    }
  }
}
