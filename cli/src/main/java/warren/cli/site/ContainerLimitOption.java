package warren.cli.site;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import warren.dw.RuleBook;

/** The option that says how many container directives a job may have. */
public final class ContainerLimitOption {
  private static final String NAME = "--containers-per-job";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = NAME,
      paramLabel = "N",
      defaultValue = "${env:WARREN_CONTAINERS_PER_JOB:-" + Option.NULL_VALUE + "}",
      description =
          "A job may have N container directives; else as many as $$WARREN_CONTAINERS_PER_JOB or"
              + " the site file says, else one.")
  private Integer most;

  /**
   * The rules with this limit.
   *
   * @throws ParameterException when the command line or the environment gives none that can be
   */
  public RuleBook in(RuleBook rules) {
    return most == null ? rules : given(rules);
  }

  /**
   * The rules with this limit, or with the site's where neither command line nor environment gives
   * one.
   *
   * @param environment for the site
   * @throws ParameterException when the command line or the environment gives none that can be
   */
  public RuleBook in(RuleBook rules, SiteOption site, Map<String, String> environment) {
    return most == null ? site.limit(rules, environment) : given(rules);
  }

  private RuleBook given(RuleBook rules) {
    if (most < 1 || most > RuleBook.MOST_CONTAINERS) {
      throw new ParameterException(
          spec.commandLine(),
          NAME + " must be from 1 to " + RuleBook.MOST_CONTAINERS + ", and is " + most);
    }
    return rules.withContainersPerJob(most);
  }
}
