package warren.cli.site;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import warren.apiserver.ApiFailure;
import warren.apiserver.ApiFailure.Refused;
import warren.apiserver.ApiFailure.Refused.Denial;
import warren.apiserver.ApiText;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.SafeText;

/** Describes to the user what a failed request to the cluster means, and what to do. */
public final class ClusterTrouble {
  private ClusterTrouble() {}

  /** The sentence as the end of a command. */
  public static CommandException stop(RunnerSite site, KubernetesClientException trouble) {
    return new CommandException(ExitStatus.TROUBLE, sentence(site, trouble), trouble);
  }

  /** The same for a command that names its kubeconfig by this option. */
  static CommandException stop(Path kubeconfig, String option, KubernetesClientException trouble) {
    return new CommandException(ExitStatus.TROUBLE, sentence(kubeconfig, option, trouble), trouble);
  }

  /**
   * Describes why the cluster refuses to create a job's Workflow.
   *
   * @return one line for each reason, then one that says that nothing was started; empty when the
   *     cluster has not refused the Workflow, but failed
   */
  public static Optional<List<String>> refusal(RunnerSite site, KubernetesClientException trouble) {
    return switch (ApiFailure.of(trouble)) {
      case Refused refused when refused.denial().isPresent() ->
          Optional.of(refusal(refused.denial().get()));
      case Refused refused ->
          Optional.of(
              List.of(
                  SafeText.line(refused.sentence()), "the job was refused; nothing was started"));
      case ApiFailure.Forbidden forbidden ->
          Optional.of(List.of(sentence(site, trouble), "the job was refused; nothing was started"));
      case ApiFailure.Stale stale -> Optional.empty();
      case ApiFailure.Transient later -> Optional.empty();
    };
  }

  private static List<String> refusal(Denial denial) {
    String end =
        "the job was refused by the admission webhook \""
            + denial.webhook()
            + "\"; nothing was started";
    return Stream.concat(denial.reasons().stream(), Stream.of(end)).map(SafeText::line).toList();
  }

  /** What happened and what to do. */
  public static String sentence(RunnerSite site, KubernetesClientException trouble) {
    return sentence(site.kubeconfig(), "--site", trouble);
  }

  private static String sentence(
      Path kubeconfig, String option, KubernetesClientException trouble) {
    ApiFailure failure = ApiFailure.of(trouble);
    String told = SafeText.line(failure.sentence());
    return switch (failure) {
      case ApiFailure.Transient later ->
          switch (later.obstacle()) {
            case NO_ANSWER ->
                "no cluster: the one of "
                    + kubeconfig
                    + " does not answer ("
                    + reason(trouble)
                    + "); start one with ./warren cluster up, or name another with "
                    + option;
            case CREDENTIALS ->
                "the cluster does not accept the credentials in "
                    + kubeconfig
                    + "; they may have expired: ask the administrator for new ones, or restart the"
                    + " local cluster with ./warren cluster up";
            case WEBHOOK, BUSY, SERVER, NAMESPACE, QUOTA, NO_DRY_RUN ->
                "the cluster cannot do this now: "
                    + told
                    + " Try again in a minute; if it still fails, tell your administrator.";
          };
      case ApiFailure.Forbidden forbidden ->
          "the cluster does not allow this to the credentials in " + kubeconfig + ": " + told;
      case Refused refused -> "the cluster refused a request: " + SafeText.line(refused.why());
      case ApiFailure.Stale stale -> "the cluster refused a request: " + told;
    };
  }

  /** What the innermost cause of a failure says, on one line. */
  static String reason(Throwable trouble) {
    return SafeText.oneLine(ApiText.innermost(trouble));
  }
}
