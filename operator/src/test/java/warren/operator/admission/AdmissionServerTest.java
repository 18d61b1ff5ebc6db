package warren.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import warren.api.NnfContainerProfile;
import warren.dw.RuleBook;
import warren.operator.admission.certificates.ServingKeys;
import warren.operator.admission.certificates.TestIdentities;
import warren.operator.metrics.OperatorMetrics;
import warren.profile.ProfileCatalog;

/** Over TLS, as the API server does. */
final class AdmissionServerTest {
  private static final String QUESTION =
      """
      {"request":{"uid":"u-1","object":{"metadata":{"name":"pp","namespace":"nnf-system"},
       "data":{"retryLimit":%s,"spec":{"containers":[{"name":"a","image":"b"}]}}}}}
      """;

  private static final String WORKFLOW =
      """
      {"request":{"uid":"u-2","object":{"metadata":{"name":"w","namespace":"default"},
       "spec":{"desiredState":"Proposal","wlmID":"w","jobID":1,"userID":1050,"groupID":1051,
       "dwDirectives":["%s"]}}}}
      """;

  private final AtomicReference<RuleBook> rules = new AtomicReference<>(RuleBook.standard());
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final ServingKeys keys = new ServingKeys();
  private final TestIdentities first = TestIdentities.make("localhost");
  private final OperatorMetrics metrics = new OperatorMetrics();
  private AdmissionServer server;

  @BeforeEach
  void listen() throws IOException {
    log.start();
    ((Logger) LoggerFactory.getLogger("warren")).addAppender(log);
    keys.use(first.serving());
    server = new AdmissionServer(0, keys, webhooks(), metrics);
  }

  private List<Webhook> webhooks() {
    return List.of(
        Webhook.of(new ProfileReview("nnf-system")),
        Webhook.of(new WorkflowReview(rules::get, new NoProfiles())));
  }

  @Test
  void answersAreCounted() throws Exception {
    post(QUESTION.formatted("-1"));
    post(QUESTION.formatted("1"));
    post(QUESTION.formatted("1"));
    post("{}");

    assertThat(metrics.scrape())
        .contains("warren_admission_answers_total{answer=\"refused\",review=\"profiles\"} 1.0")
        .contains("warren_admission_answers_total{answer=\"allowed\",review=\"profiles\"} 2.0")
        .contains("warren_admission_answers_total{answer=\"failed\",review=\"profiles\"} 0.0")
        .contains("warren_admission_answers_total{answer=\"allowed\",review=\"workflows\"} 0.0");
  }

  @AfterEach
  void close() {
    server.close();
    ((Logger) LoggerFactory.getLogger("warren")).detachAppender(log);
  }

  @Test
  void refusesAndLetsIn() throws Exception {
    HttpResponse<String> refused = post(QUESTION.formatted("-1"));
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(refused.body())
        .contains("\"allowed\":false", "\"uid\":\"u-1\"", "Profile pp: retryLimit is '-1'");

    assertThat(post(QUESTION.formatted("1")).body()).contains("\"allowed\":true");
    assertThat(log.list).isEmpty();
  }

  @Test
  void aNewWorkflowIsJudgedByTheRulesOfThisMoment() throws Exception {
    HttpResponse<String> refused = ask(WORKFLOW.formatted("#DW jobdw type=gfs3"));
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body())
        .contains("\"allowed\":false", "\"code\":403", "DW Directive 0: 'gfs3' is not");
    assertThat(ask(WORKFLOW.formatted("#DW jobdw type=gfs2 capacity=1GB name=scratch")).body())
        .contains("\"allowed\":true");

    rules.set(RuleBook.of(List.of()));
    assertThat(ask(WORKFLOW.formatted("#DW jobdw")).body()).contains("The rule book has no rules");
    assertThat(ask(QUESTION.formatted("1")).statusCode()).isEqualTo(400);
    assertThat(log.list).isEmpty();
  }

  @Test
  void whatCannotBeReadNowIsNoRefusal() throws Exception {
    HttpResponse<String> unanswered =
        ask(WORKFLOW.formatted("#DW container name=cc profile=unreadable"));

    assertThat(unanswered.statusCode()).isEqualTo(503);
    assertThat(unanswered.body())
        .isEqualTo("Warren could not read from the API server what it needs to answer; try again.");
    assertThat(log.list).hasSize(1);
  }

  private HttpResponse<String> ask(String body) throws Exception {
    return send("/workflows", BodyPublishers.ofString(body));
  }

  /** A catalog in which no profile is found, and one cannot be looked for. */
  private static final class NoProfiles implements ProfileCatalog {
    @Override
    public Optional<NnfContainerProfile> find(String name) {
      if (name.equals("unreadable")) {
        throw new KubernetesClientException("the API server is away");
      }
      return Optional.empty();
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }

  @Test
  void whatIsNoQuestionGetsASentence() throws Exception {
    assertThat(post("hello").statusCode()).isEqualTo(400);
    assertThat(post("hello").body())
        .isEqualTo("This is no AdmissionReview of the kind NnfContainerProfile.");
    assertThat(send("/profiles/x", BodyPublishers.ofString(QUESTION)).statusCode()).isEqualTo(400);
    assertThat(send("/metrics", BodyPublishers.noBody()).statusCode()).isEqualTo(404);
    HttpRequest get = HttpRequest.newBuilder(uri("/profiles")).build();
    assertThat(client(first).send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    assertThat(log.list).isEmpty();
  }

  @Test
  void whatIsTooLargeIsNotRead() throws Exception {
    byte[] large = new byte[AdmissionServer.LARGEST_REVIEW + 1];

    assertThat(send("/profiles", BodyPublishers.ofByteArray(large)).body())
        .isEqualTo("An AdmissionReview has at most 8388608 bytes.");
    assertThat(log.list).isEmpty();
  }

  @Test
  void aCertificateIsExchangedWhileItRuns() throws Exception {
    TestIdentities second = TestIdentities.make("localhost");
    assertThat(post(QUESTION.formatted("1")).statusCode()).isEqualTo(200);

    keys.use(second.serving());
    assertThat(send(client(second), "/profiles", BodyPublishers.noBody()).statusCode())
        .isEqualTo(400);
    assertThatThrownBy(() -> send(client(first), "/profiles", BodyPublishers.noBody()))
        .isInstanceOf(SSLException.class);
    assertThat(keys.current()).contains(second.serving());
  }

  @Test
  void withoutACertificateNobodyIsAnswered() throws IOException, GeneralSecurityException {
    try (AdmissionServer bare = new AdmissionServer(0, new ServingKeys(), webhooks(), metrics)) {
      HttpRequest question =
          HttpRequest.newBuilder(URI.create("https://localhost:" + bare.port() + "/profiles"))
              .build();
      HttpClient client = client(first);
      assertThatThrownBy(() -> client.send(question, BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
    assertThat(log.list).isEmpty();
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send("/profiles", BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(String path, BodyPublisher body) throws Exception {
    return send(client(first), path, body);
  }

  private HttpResponse<String> send(HttpClient client, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).POST(body).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("https://localhost:" + server.port() + path);
  }

  private static HttpClient client(TestIdentities trusted) throws GeneralSecurityException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(trusted.trustingContext())
        .build();
  }
}
