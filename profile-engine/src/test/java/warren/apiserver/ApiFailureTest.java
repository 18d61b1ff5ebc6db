package warren.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.apiserver.ApiFailure.Forbidden;
import warren.apiserver.ApiFailure.Refused;
import warren.apiserver.ApiFailure.Stale;
import warren.apiserver.ApiFailure.Transient;
import warren.apiserver.ApiRequest.Verb;

/** What API servers really say, and what it means. */
final class ApiFailureTest {
  private static final ApiRequest CREATE = new ApiRequest(Verb.CREATE, "Job wf");
  private static final ApiRequest CHANGE = new ApiRequest(Verb.CHANGE, "Workflow wf");

  /** The texts of kube-apiserver 1.29 to 1.34 and its admission plugins, for an object "wf". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          403 | Forbidden | jobs.batch "wf" is forbidden: exceeded quota: jobs, requested: count/jobs.batch=1, used: count/jobs.batch=4, limited: count/jobs.batch=4 | QUOTA | exceeded quota: jobs, requested: count/jobs.batch=1, used: count/jobs.batch=4, limited: count/jobs.batch=4.
          403 | Forbidden | persistentvolumeclaims "wf" is forbidden: status unknown for quota: storage, resources: requests.storage | QUOTA | status unknown for quota: storage, resources: requests.storage.
          403 | Forbidden | pods "wf" is forbidden: insufficient quota to consume: cpu | QUOTA | insufficient quota to consume: cpu.
          403 | Forbidden | jobs.batch "wf" is forbidden: unable to create new content in namespace team because it is being terminated | NAMESPACE | unable to create new content in namespace team because it is being terminated.
          404 | NotFound | namespaces "team" not found | NAMESPACE | namespaces "team" not found.
          403 | Forbidden | pods "wf" is forbidden: error looking up service account team/default: serviceaccount "default" not found | SERVER | error looking up service account team/default: serviceaccount "default" not found.
          403 | Forbidden | jobs.batch "wf" is forbidden: not yet ready to handle request | SERVER | not yet ready to handle request.
          500 | InternalError | Internal error occurred: failed calling webhook "v.kyverno.svc": failed to call webhook: Post "https://kyverno.kyverno.svc:443/validate/fail?timeout=10s": dial tcp 10.43.7.9:443: connect: connection refused | WEBHOOK | the admission webhook "v.kyverno.svc" cannot be asked: dial tcp 10.43.7.9:443: connect: connection refused.
          500 | InternalError | Internal error occurred: failed calling webhook "v.kyverno.svc": failed to call webhook: Post "https://kyverno.kyverno.svc:443/validate/fail?timeout=10s": context deadline exceeded | WEBHOOK | the admission webhook "v.kyverno.svc" cannot be asked: context deadline exceeded.
          500 | InternalError | Internal error occurred: failed calling webhook "v.kyverno.svc": failed to call webhook: Post "https://kyverno.kyverno.svc:443/validate/fail?timeout=10s": no endpoints available for service "kyverno" | WEBHOOK | the admission webhook "v.kyverno.svc" cannot be asked: no endpoints available for service "kyverno".
          500 | InternalError | Internal error occurred: failed calling webhook "v.kyverno.svc": failed to call webhook: Post "https://kyverno.kyverno.svc:443/validate/fail?timeout=10s": tls: failed to verify certificate: x509: certificate signed by unknown authority | WEBHOOK | the admission webhook "v.kyverno.svc" cannot be asked: tls: failed to verify certificate: x509: certificate signed by unknown authority.
          500 | InternalError | Internal error occurred: failed calling webhook "v.kyverno.svc": failed to call webhook: Post "https://kyverno.kyverno.svc:443/validate/fail?timeout=10s": read tcp 10.42.0.3:51122->10.43.7.9:443: read: connection reset by peer | WEBHOOK | the admission webhook "v.kyverno.svc" cannot be asked: read tcp 10.43.7.9:443: read: connection reset by peer.
          500 | InternalError | Internal error occurred: etcdserver: request timed out | SERVER | Internal error occurred: etcdserver: request timed out.
          503 | ServiceUnavailable | the server is currently unable to handle the request | SERVER | the server is currently unable to handle the request.
          504 | Timeout | Timeout: request did not complete within requested timeout - context deadline exceeded | SERVER | Timeout: request did not complete within requested timeout - context deadline exceeded.
          429 | TooManyRequests | too many requests, please try again later | BUSY | the API server has too many requests: too many requests, please try again later.
          401 | Unauthorized | Unauthorized | CREDENTIALS | the API server does not accept the credentials of the request.
          409 | Conflict | Operation cannot be fulfilled on resourcequotas "jobs": the object has been modified; please apply your changes to the latest version and try again | SERVER | Operation cannot be fulfilled on resourcequotas "jobs": the object has been modified; please apply your changes to the latest version and try again.
          404 | NotFound | the server could not find the requested resource | SERVER | the cluster does not know this kind of object: the server could not find the requested resource.
          400 | BadRequest | admission webhook "old.example.org" does not support dry run | NO_DRY_RUN | admission webhook "old.example.org" does not support dry run.
          """)
  void whatCanSucceedLaterIsWaitedForWithItsReason(
      int code, String reason, String text, Transient.Obstacle obstacle, String why) {
    assertThat(ApiFailure.of(CREATE, answer(code, reason, text)))
        .isEqualTo(new Transient(obstacle, "Job wf could not be created: " + why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          403 | Forbidden | pods "wf" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "c" must set securityContext.allowPrivilegeEscalation=false) | violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "c" must set securityContext.allowPrivilegeEscalation=false)
          422 | Invalid | jobs.batch "wf" is forbidden: ValidatingAdmissionPolicy 'no-root' with binding 'all' denied request: User "x" cannot run as root | ValidatingAdmissionPolicy 'no-root' with binding 'all' denied request: User "x" cannot run as root
          403 | Forbidden | jobs.batch "wf" is forbidden: ValidatingAdmissionPolicy 'no-root' with binding 'all' denied request: exceeded quota: of patience | ValidatingAdmissionPolicy 'no-root' with binding 'all' denied request: exceeded quota: of patience
          401 | Unauthorized | jobs.batch "wf" is forbidden: ValidatingAdmissionPolicy 'no-root' with binding 'all' denied request: no | ValidatingAdmissionPolicy 'no-root' with binding 'all' denied request: no
          403 | Forbidden | admission webhook "validation.gatekeeper.sh" denied the request: [no-latest] exceeded quota: tags | admission webhook "validation.gatekeeper.sh" denied the request: [no-latest] exceeded quota: tags
          400 | BadRequest | admission webhook "v.kyverno.svc" denied the request without explanation | admission webhook "v.kyverno.svc" denied the request without explanation
          409 | Conflict | admission webhook "v.kyverno.svc" denied the request: another is there | admission webhook "v.kyverno.svc" denied the request: another is there
          403 | Forbidden | pods "wf" is forbidden: failed quota: compute: must specify limits.cpu for: c | failed quota: compute: must specify limits.cpu for: c
          403 | Forbidden | pods "wf" is forbidden: maximum cpu usage per Container is 2, but limit is 3 | maximum cpu usage per Container is 2, but limit is 3
          403 | Forbidden | pods "wf" is forbidden: no PriorityClass with name high was found | no PriorityClass with name high was found
          413 | RequestEntityTooLarge | Request entity too large: limit is 3145728 | Request entity too large: limit is 3145728
          400 | BadRequest | Job in version "v1" cannot be handled as a Job: json: cannot unmarshal string into Go struct field | Job in version "v1" cannot be handled as a Job: json: cannot unmarshal string into Go struct field
          """)
  void whatIsRefusedIsRefusedForGood(int code, String reason, String text, String why) {
    ApiFailure failure = ApiFailure.of(CREATE, answer(code, reason, text));

    assertThat(failure).isInstanceOf(Refused.class);
    assertThat(failure.sentence()).isEqualTo("The cluster does not accept Job wf: " + why + ".");
    // The same words mean the same of a patch.
    assertThat(ApiFailure.of(CHANGE, answer(code, reason, text))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          jobs.batch is forbidden: User "system:serviceaccount:warren-system:warren-operator" cannot create resource "jobs" in API group "batch" in the namespace "team" | the account system:serviceaccount:warren-system:warren-operator lacks the right to create jobs.batch in namespace team. An administrator has to grant this right.
          secrets "key" is forbidden: User "alice" cannot get resource "secrets" in API group "" in the namespace "team": RBAC: role.rbac.authorization.k8s.io "reader" not found | the account alice lacks the right to get secrets in namespace team. An administrator has to grant this right.
          persistentvolumes "wf" is forbidden: User "alice" cannot delete resource "persistentvolumes" in API group "" at the cluster scope | the account alice lacks the right to delete persistentvolumes. An administrator has to grant this right.
          forbidden: User "alice" cannot get path "/metrics" | the account alice lacks the right to get /metrics. An administrator has to grant this right.
          jobs.batch "wf" is forbidden: cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on: , <nil> | a right is missing: cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on: , <nil>. An administrator has to grant this right.
          """)
  void aMissingRightIsNamed(String text, String why) {
    assertThat(ApiFailure.of(CREATE, answer(403, "Forbidden", text)))
        .isEqualTo(new Forbidden("Job wf could not be created: " + why));
  }

  @Test
  void theReasonsOfAWebhookAreKeptAsLines() {
    String denied = "admission webhook \"v.example.org\" denied the request";

    assertThat(denial(denied + ": \nOne.\n\n  Two."))
        .hasValue(new Refused.Denial("v.example.org", List.of("One.", "Two.")));
    assertThat(denial(denied + ": One."))
        .hasValue(new Refused.Denial("v.example.org", List.of("One.")));
    assertThat(denial(denied + " without explanation"))
        .hasValue(new Refused.Denial("v.example.org", List.of()));
    assertThat(denial("pods \"wf\" is forbidden: no PriorityClass with name high was found"))
        .isEmpty();
  }

  private static Optional<Refused.Denial> denial(String text) {
    return ((Refused) ApiFailure.of(CREATE, answer(403, "Forbidden", text))).denial();
  }

  @ParameterizedTest
  @CsvSource({
    "0,, true",
    "500, InternalError, true",
    "504, Timeout, true",
    "429, TooManyRequests, false",
    "401, Unauthorized, false",
    "409, AlreadyExists, false",
    "422, Invalid, false"
  })
  void onlyAFailureOnTheWayLeavesOpenWhetherTheRequestWasCarriedOut(
      int code, String reason, boolean open) {
    assertThat(ApiFailure.of(CREATE, answer(code, reason, "no")).mayHaveHappened()).isEqualTo(open);
  }

  @Test
  void aFailedTestOfAPatchIsStale() {
    // The words of the API server, which names neither the object nor a field.
    Status status =
        new StatusBuilder()
            .withCode(422)
            .withReason("Invalid")
            .withMessage("the server rejected our request due to an error in our request")
            .withNewDetails()
            .endDetails()
            .build();

    assertThat(ApiFailure.of(CHANGE, new KubernetesClientException(status)))
        .isEqualTo(new Stale(Stale.State.CHANGED, "Workflow wf was changed meanwhile."));
  }

  @Test
  void anObjectThatTheSchemaRefusesIsRefusedAndItsFieldIsTold() {
    Status status =
        new StatusBuilder(answer(422, "Invalid", "Workflow \"wf\" is invalid: ...").getStatus())
            .editDetails()
            .addNewCause()
            .withField("status.drivers[0].status")
            .withMessage("Unsupported value:\n\"Waiting\"")
            .endCause()
            .endDetails()
            .build();

    assertThat(ApiFailure.of(CHANGE, new KubernetesClientException(status)).sentence())
        .isEqualTo(
            "The cluster does not accept Workflow wf: status.drivers[0].status: Unsupported value:"
                + " \"Waiting\".");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE, 409, AlreadyExists, EXISTS",
    "CREATE, 409,, EXISTS",
    "CHANGE, 409, Conflict, CHANGED",
    "DELETE, 409, Conflict, CHANGED",
    "CHANGE, 404, NotFound, GONE",
    "DELETE, 404, NotFound, GONE",
    "READ, 404, NotFound, GONE"
  })
  void whatWasDecidedOnSomethingElseIsStale(Verb verb, int code, String reason, Stale.State state) {
    assertThat(ApiFailure.of(new ApiRequest(verb, "Job wf"), answer(code, reason, "jobs \"wf\"")))
        .isInstanceOfSatisfying(Stale.class, stale -> assertThat(stale.state()).isEqualTo(state));
  }

  /** A load balancer between us and the API server says so, too. */
  @Test
  void aRefusalThatNamesNoObjectIsNotTheApiServersLastWord() {
    Status status = new StatusBuilder().withCode(403).withMessage("Forbidden").build();

    assertThat(ApiFailure.of(CREATE, new KubernetesClientException(status)))
        .isInstanceOf(Transient.class);
  }

  @Test
  void noAnswerIsToldByTheInnermostCause() {
    IOException late = new HttpConnectTimeoutException("HTTP connect timed out");
    late.initCause(new ConnectException("HTTP connect timed out"));

    assertThat(
            ApiFailure.of(CREATE, new KubernetesClientException("failed", new IOException(late))))
        .isEqualTo(
            new Transient(
                Transient.Obstacle.NO_ANSWER,
                "Job wf could not be created: the API server does not answer: HTTP connect timed"
                    + " out."));
    assertThat(
            ApiFailure.of(CREATE, new KubernetesClientException("failed", new ConnectException()))
                .sentence())
        .endsWith("the API server does not answer: the connection is refused.");
  }

  @Test
  void anAnswerThatCannotBeReadIsNotCalledNone() {
    assertThat(
            ApiFailure.of(
                    CREATE,
                    new KubernetesClientException("no", new JsonParseException(null, "what?")))
                .sentence())
        .isEqualTo("Job wf could not be created: the API server's answer cannot be read: what?.");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_ANSWER, false",
    "SERVER, false",
    "BUSY, false",
    "CREDENTIALS, false",
    "WEBHOOK, false",
    "QUOTA, true",
    "NAMESPACE, true",
    "NO_DRY_RUN, true"
  })
  void onlyWhatIsOutsideTheObjectLeavesADryRunOpen(Transient.Obstacle obstacle, boolean open) {
    assertThat(new Transient(obstacle, "no").leavesDryRunOpen()).isEqualTo(open);
  }

  @Test
  void requestsNameTheirObject() {
    var object = new ConfigMapBuilder().withNewMetadata().withName("wf").endMetadata().build();

    assertThat(ApiRequest.create(object)).isEqualTo(new ApiRequest(Verb.CREATE, "ConfigMap wf"));
    assertThat(ApiRequest.change(object)).isEqualTo(new ApiRequest(Verb.CHANGE, "ConfigMap wf"));
    assertThat(ApiRequest.delete(object)).isEqualTo(new ApiRequest(Verb.DELETE, "ConfigMap wf"));
  }

  /** The client's own words of requests, as its version has them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Failure executing: POST at: https://k/apis/batch/v1/namespaces/d/jobs. Message: no. | CREATE | The cluster's state
          Error executing: GET at: https://k/api/v1/pods. Cause: no | READ | The cluster's state
          Failure executing: PATCH at: https://k/x. | CHANGE | The cluster's state
          Failure executing: DELETE at: https://k/x. | DELETE | The cluster's state
          Operation: [get]  for kind: [Job]  with name: [wf]  in namespace: [default]  failed. | READ | Job wf
          Operation: [list]  for kind: [Pod]  with name: [null]  in namespace: [d]  failed. | READ | Pod
          Operation: [patch]  for kind: [Job]  with name: [wf]  in namespace: [default]  failed. | CHANGE | Job wf
          An error has occurred. | READ | The cluster's state
          """)
  void whatAnExceptionTellsOfItsRequestIsTaken(String message, Verb verb, String object) {
    assertThat(ApiRequest.of(new KubernetesClientException(message)))
        .isEqualTo(new ApiRequest(verb, object));
  }

  @Test
  void aFailureThatKnowsItsRequestSaysSo() {
    KubernetesClientException e = new KubernetesClientException("no", new ConnectException());

    KubernetesClientException failed = CREATE.failed(e);

    assertThat(ApiRequest.of(failed)).isEqualTo(CREATE);
    assertThat(ApiFailure.of(failed)).isEqualTo(ApiFailure.of(CREATE, e));
    assertThat(failed).hasMessage("no").hasCause(e);
  }

  private static KubernetesClientException answer(int code, String reason, String text) {
    return new KubernetesClientException(
        new StatusBuilder()
            .withStatus("Failure")
            .withCode(code)
            .withReason(reason)
            .withMessage(text)
            .withNewDetails()
            .withName("wf")
            .withKind("jobs")
            .endDetails()
            .build());
  }
}
