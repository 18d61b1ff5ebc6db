package warren.cli.site;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.Optional;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.SafeText;

/** What a cluster's refusal or silence means, in a sentence. */
public final class ClusterTrouble {
  /** How the API server begins when the operator does not answer for a new Workflow. */
  private static final String JUDGE_AWAY = "failed calling webhook \"workflows.warren.internal\"";

  /** How it begins when the operator refuses one; what follows is the operator's. */
  private static final String JUDGE_REFUSES =
      "admission webhook \"workflows.warren.internal\" denied the request:";

  private ClusterTrouble() {}

  /** The sentence as the end of a command. */
  public static CommandException stop(RunnerSite site, KubernetesClientException trouble) {
    return new CommandException(ExitStatus.TROUBLE, sentence(site, trouble), trouble);
  }

  /** The same for a command that names its kubeconfig by this option. */
  static CommandException stop(Path kubeconfig, String option, KubernetesClientException trouble) {
    return new CommandException(ExitStatus.TROUBLE, sentence(kubeconfig, option, trouble), trouble);
  }

  /** Whether a new Workflow was refused because the operator did not answer: it is not there. */
  public static boolean isUnjudged(KubernetesClientException trouble) {
    return String.valueOf(trouble.getMessage()).contains(JUDGE_AWAY);
  }

  /** What happened and what to do. */
  public static String sentence(RunnerSite site, KubernetesClientException trouble) {
    return sentence(site.kubeconfig(), "--site", trouble);
  }

  private static String sentence(
      Path kubeconfig, String option, KubernetesClientException trouble) {
    String text = String.valueOf(trouble.getMessage());
    if (isUnjudged(trouble)) {
      return "no job can begin now: Warren's operator, which judges new jobs, does not answer; run"
          + " the job again in a minute, and tell your administrator if it stays so";
    }
    if (text.contains(JUDGE_REFUSES)) {
      return "the job was refused, and nothing was started: "
          + SafeText.oneLine(text.substring(text.indexOf(JUDGE_REFUSES) + JUDGE_REFUSES.length()));
    }
    if (trouble.getCode() <= 0) {
      return "no cluster: the one of "
          + kubeconfig
          + " does not answer ("
          + reason(trouble)
          + "); start one with ./warren cluster up, or name another with "
          + option;
    }
    return switch (trouble.getCode()) {
      case HttpURLConnection.HTTP_UNAUTHORIZED ->
          "the cluster does not accept the credentials in "
              + kubeconfig
              + "; they may have expired: ask the administrator for new ones, or restart the local"
              + " cluster with ./warren cluster up";
      case HttpURLConnection.HTTP_FORBIDDEN ->
          "the cluster does not allow this to the credentials in "
              + kubeconfig
              + ": "
              + said(trouble);
      default -> "the cluster refused a request: " + said(trouble);
    };
  }

  private static String said(KubernetesClientException trouble) {
    return SafeText.oneLine(
        Optional.ofNullable(trouble.getStatus())
            .flatMap(status -> Optional.ofNullable(status.getMessage()))
            .orElseGet(() -> reason(trouble)));
  }

  /** The innermost cause says what went wrong; those around it only say that something did. */
  static String reason(Throwable trouble) {
    Throwable innermost = trouble;
    while (innermost.getCause() != null && !(innermost instanceof HttpConnectTimeoutException)) {
      innermost = innermost.getCause();
    }
    if (innermost instanceof ClosedChannelException || innermost instanceof ConnectException) {
      return "the connection is refused"; // these come without any words of their own
    }
    String text = innermost.getMessage();
    return SafeText.oneLine(
        text == null || text.isBlank() ? innermost.getClass().getSimpleName() : text);
  }
}
