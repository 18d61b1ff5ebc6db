package warren.operator.loop;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * fabric8's CRUD mock server, with what it lacks of an API server and the operator relies on: a
 * failed test of a patch is answered, a deletion's UID counts, a dry run creates nothing.
 */
final class MockCluster implements AutoCloseable {
  /** Asked for by the framework before it leads. */
  private static final String ALL_RIGHTS =
      """
      {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectRulesReview", "spec": {},
       "status": {"incomplete": false, "nonResourceRules": [],
        "resourceRules": [{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}]}}
      """;

  /** Kept, as a logger that nobody holds forgets its level. */
  private static final Logger EVERY_REQUEST = Logger.getLogger(MockWebServer.class.getName());

  private final KubernetesMockServer server;
  private final List<KubernetesClient> clients = new ArrayList<>();

  MockCluster() {
    EVERY_REQUEST.setLevel(Level.WARNING);
    server =
        new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new Api(), false);
    server.start();
  }

  /** A client that tries everything once. */
  KubernetesClient client(Interceptor... interceptors) {
    KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder()
                    .withAutoConfigure(false)
                    .withMasterUrl("http://" + server.getHostName() + ":" + server.getPort())
                    .withHttp2Disable(true)
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .withHttpClientBuilderConsumer(
                builder -> {
                  for (Interceptor interceptor : interceptors) {
                    builder.addOrReplaceInterceptor(interceptor.getClass().getName(), interceptor);
                  }
                })
            .build();
    clients.add(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(KubernetesClient::close);
    server.shutdown();
  }

  private static final class Api extends KubernetesCrudDispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if ("DELETE".equals(request.getMethod()) && isAnother(request)) {
        return status(409, "Conflict", "Precondition failed: UID in precondition differs");
      }
      return super.dispatch(request);
    }

    /** Whether the object of that name has another UID than the one that is to be deleted. */
    private boolean isAnother(RecordedRequest request) {
      String body = request.getUtf8Body();
      if (body == null || body.isBlank()) {
        return false;
      }
      String wanted = json(body).path("preconditions").path("uid").asText();
      MockResponse there = handleGet(request.getPath());
      return !wanted.isEmpty()
          && there.code() == 200
          && !wanted.equals(json(text(there)).path("metadata").path("uid").asText());
    }

    @Override
    public MockResponse handleCreate(RecordedRequest request) {
      if (request.getPath().endsWith("/selfsubjectrulesreviews")) {
        return new MockResponse().setResponseCode(201).setBody(ALL_RIGHTS);
      }
      return request.getPath().contains("dryRun=All")
          ? new MockResponse().setResponseCode(201).setBody(request.getUtf8Body())
          : super.handleCreate(request);
    }

    @Override
    public MockResponse handlePatch(RecordedRequest request) {
      try {
        MockResponse response = super.handlePatch(request);
        // Such as the patch that takes the last finalizer: the object's last form is not told.
        return response.code() < 300 && text(response).isEmpty()
            ? response.setBody("{}")
            : response;
      } catch (RuntimeException failedTest) {
        return status(
            422, "Invalid", "the server rejected our request due to an error in our request");
      }
    }

    private static String text(MockResponse response) {
      return response.getBody() == null
          ? ""
          : new String(response.getBody().getBytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
      return Serialization.unmarshal(text, JsonNode.class);
    }

    private static MockResponse status(int code, String reason, String message) {
      return new MockResponse()
          .setResponseCode(code)
          .setBody(
              Serialization.asJson(
                  new StatusBuilder()
                      .withStatus("Failure")
                      .withCode(code)
                      .withReason(reason)
                      .withMessage(message)
                      .build()));
    }
  }
}
