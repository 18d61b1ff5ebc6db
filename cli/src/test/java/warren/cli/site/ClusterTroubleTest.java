package warren.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warren.apiserver.ApiRequest;
import warren.cli.CommandException;

class ClusterTroubleTest {
  private static RunnerSite site(Path kubeconfig) {
    return new RunnerSite(kubeconfig, "default", Optional.empty(), Map.of(), 1, 1024);
  }

  private static KubernetesClientException refusal(int code, String message) {
    return new KubernetesClientException(
        new StatusBuilder().withCode(code).withMessage(message).build());
  }

  private static String sentence(KubernetesClientException trouble) {
    return ClusterTrouble.sentence(site(Path.of("/kubeconfig")), trouble);
  }

  @Test
  void aClusterThatIsNotThereIsOneSentenceAndSoon(@TempDir Path folder) throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    Path kubeconfig =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            current-context: x
            contexts: [{name: x, context: {cluster: x, user: x}}]
            clusters: [{name: x, cluster: {server: "http://127.0.0.1:%d"}}]
            users: [{name: x, user: {token: t}}]
            """
                .formatted(port));

    assertThatThrownBy(() -> ClusterAccess.open(site(kubeconfig)))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("no cluster: the one of " + kubeconfig + " does not answer (")
        .hasMessageEndingWith("; start one with ./warren cluster up, or name another with --site");
  }

  /** A slow machine is no closed port. */
  @Test
  void aConnectionThatTookTooLongIsNotCalledRefused() {
    IOException late = new HttpConnectTimeoutException("HTTP connect timed out");
    late.initCause(new ConnectException("HTTP connect timed out"));

    assertThat(sentence(new KubernetesClientException("failed", new IOException("again", late))))
        .contains("does not answer (HTTP connect timed out)");
  }

  @Test
  void aKubeconfigThatIsNotThereIsOneSentence() {
    assertThatThrownBy(() -> ClusterAccess.open(site(Path.of("/nowhere/kubeconfig"))))
        .hasMessageStartingWith(
            "no cluster: the kubeconfig /nowhere/kubeconfig cannot be read; start the local"
                + " cluster with ./warren cluster up");
  }

  @Test
  void aKubeconfigThatIsNoneIsOneSentence(@TempDir Path folder) throws IOException {
    Path kubeconfig = folder.resolve("kubeconfig");
    for (String text : new String[] {"", "[", "[]", "no: kubeconfig", "current-context: x"}) {
      Files.writeString(kubeconfig, text);

      assertThatThrownBy(() -> ClusterAccess.open(site(kubeconfig)))
          .as("<%s>", text)
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("the kubeconfig " + kubeconfig + " is no use: ")
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  void refusalsSayWhoseAndWhat() {
    assertThat(sentence(refusal(401, "Unauthorized")))
        .startsWith("the cluster does not accept the credentials in /kubeconfig");
    assertThat(
            sentence(
                refusal(
                    403,
                    "secrets is forbidden: User \"runner\" cannot list resource \"secrets\" in API"
                        + " group \"\" in the namespace \"jobs\"")))
        .isEqualTo(
            "the cluster does not allow this to the credentials in /kubeconfig: The cluster's state"
                + " could not be read: the account runner lacks the right to list secrets in"
                + " namespace jobs. An administrator has to grant this right.");
    assertThat(sentence(refusal(422, "spec is immutable\nreally")))
        .isEqualTo("the cluster refused a request: spec is immutable really");
  }

  @Test
  void aWebhookThatDoesNotAnswerIsTroubleOfTheClusterAndTheSentenceSaysWhatToDo() {
    KubernetesClientException away =
        new ApiRequest(ApiRequest.Verb.CREATE, "Workflow w")
            .failed(
                refusal(
                    500,
                    "Internal error occurred: failed calling webhook \"workflows.warren.internal\":"
                        + " failed to call webhook: Post"
                        + " \"https://warren-admission.warren-system.svc:443/workflows?timeout=10s\":"
                        + " no endpoints available for service"));

    assertThat(ClusterTrouble.refusal(site(Path.of("/kubeconfig")), away)).isEmpty();
    assertThat(sentence(away))
        .isEqualTo(
            "the cluster cannot do this now: Workflow w could not be created: the admission webhook"
                + " \"workflows.warren.internal\" cannot be asked: no endpoints available for"
                + " service. Try again in a minute; if it still fails, tell your administrator.");
  }
}
