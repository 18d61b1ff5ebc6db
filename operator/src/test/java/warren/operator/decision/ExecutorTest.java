package warren.operator.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import warren.apiserver.ApiFailure;
import warren.names.Labels;
import warren.operator.FakeCluster;
import warren.operator.Fixtures;
import warren.operator.entries.WorkflowDraft;

final class ExecutorTest {
  private static final Instant NOW = Fixtures.ENTERED;
  private static final String POST_JOB = "POST /apis/batch/v1/namespaces/default/jobs";

  private FakeCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  static Stream<Arguments> namesakes() {
    return Stream.of(
        Arguments.of("Service", "/api/v1/namespaces/default/services"),
        Arguments.of("Job", "/apis/batch/v1/namespaces/default/jobs"),
        Arguments.of("PersistentVolumeClaim", "/api/v1/namespaces/default/persistentvolumeclaims"),
        Arguments.of("ConfigMap", "/api/v1/namespaces/default/configmaps"));
  }

  @ParameterizedTest
  @MethodSource("namesakes")
  void aStrangersObjectOfAWantedNameIsNamedAndWhatToDo(String kind, String path) {
    taken(path, object(kind));

    assertThat(failure(create(object(kind, Ownership.reference(Fixtures.IDENTITY)))))
        .isEqualTo(
            "Internal error: "
                + kind
                + " wf in namespace default exists already and does not belong to this workflow."
                + " Delete it, or give the workflow another name.");
  }

  @ParameterizedTest
  @MethodSource("namesakes")
  void anotherOwnersObjectIsAStrangers(String kind, String path) {
    taken(path, object(kind, owner("Deployment", "wf", "other")));

    assertThat(create(object(kind))).isInstanceOf(Outcome.Fail.class);
  }

  @ParameterizedTest
  @MethodSource("namesakes")
  void whatIsThereAlreadyIsLeftAlone(String kind, String path) {
    taken(path, object(kind, Ownership.reference(Fixtures.IDENTITY)));

    assertThat(create(object(kind))).isEqualTo(new Outcome.Done(Map.of()));
    assertThat(cluster.requests()).containsExactly("POST " + path, "GET " + path + "/wf");
  }

  @ParameterizedTest
  @MethodSource("namesakes")
  void whatAnEarlierWorkflowOfTheNameLeftIsWaitedFor(String kind, String path) {
    taken(path, object(kind, owner("Workflow", "wf", "earlier")));

    assertThat(create(object(kind)))
        .isEqualTo(
            new Outcome.Wait(
                kind + " wf of an earlier time is still being removed.",
                Optional.of(NOW.plusSeconds(2))));
  }

  @Test
  void whatTheClusterDoesNotAcceptFailsWithItsWords() {
    cluster.refuses("POST /api/v1/namespaces/default/services", 422, "metadata.name: too long");

    assertThat(failure(create(object("Service"))))
        .contains("does not accept Service wf: metadata.name: too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          403 | Forbidden | jobs.batch "wf" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no
          422 | Invalid | jobs.batch "wf" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no
          403 | Forbidden | pods "wf" is forbidden: violates PodSecurity "restricted:latest": seccompProfile (no)
          403 | Forbidden | admission webhook "v.kyverno.svc" denied the request: no
          """)
  void aDenialIsFinal(int code, String reason, String text) {
    cluster.refuses(POST_JOB, code, reason, text);

    assertThat(failure(create(object("Job"))))
        .contains("does not accept Job wf: ")
        .contains("no")
        .contains("An administrator has to look");
  }

  /** The pass says so in the entry, and asks again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          500 | InternalError | etcd is away
          500 | InternalError | Internal error occurred: failed calling webhook "v": failed to call webhook: Post "https://v.v.svc:443/?timeout=10s": no endpoints available for service "v"
          403 | Forbidden | jobs.batch "wf" is forbidden: exceeded quota: q, requested: count/jobs.batch=1, used: count/jobs.batch=1, limited: count/jobs.batch=1
          403 | Forbidden | jobs.batch "wf" is forbidden: unable to create new content in namespace default because it is being terminated
          403 | Forbidden | jobs.batch is forbidden: User "o" cannot create resource "jobs" in API group "batch" in the namespace "default"
          429 | TooManyRequests | too many requests, please try again later
          """)
  void whatCanComeToPassLaterIsNoOutcome(int code, String reason, String text) {
    cluster.refuses(POST_JOB, code, reason, text);
    HasMetadata job = object("Job");

    assertThatThrownBy(() -> create(job)).isInstanceOf(KubernetesClientException.class);
  }

  @Test
  void aFailureTellsWhatItWasAbout() {
    cluster.refuses(
        POST_JOB, 403, "Forbidden", "jobs.batch \"wf\" is forbidden: exceeded quota: q, used: 1");
    HasMetadata job = object("Job");

    assertThatThrownBy(() -> create(job))
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            e ->
                assertThat(ApiFailure.of(e).sentence())
                    .isEqualTo("Job wf could not be created: exceeded quota: q, used: 1."));
  }

  @Test
  void aClusterThatIsNotThereIsTold() {
    HasMetadata job = object("Job");
    cluster.goesAway();

    assertThatThrownBy(() -> create(job))
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            e ->
                assertThat(ApiFailure.of(e).sentence())
                    .isEqualTo(
                        "Job wf could not be created: the API server does not answer: the"
                            + " connection is refused."));
  }

  @Test
  void aPodIsDeletedByItsLabelAsItsOwnerWasAnother() {
    HasMetadata pod =
        new PodBuilder()
            .withNewMetadata()
            .withNamespace("default")
            .withName("wf-x")
            .withLabels(Map.of(Labels.WORKFLOW_UID, Fixtures.UID))
            .endMetadata()
            .build();

    new Executor(cluster.client())
        .carryOut(Fixtures.IDENTITY, Decision.done().with(List.of(new Action.Delete(pod))), NOW);

    assertThat(cluster.requests()).containsExactly("DELETE /api/v1/namespaces/default/pods/wf-x");
  }

  @Test
  void nobodyElsesObjectIsEverDeleted() {
    Decision decision = Decision.done().with(List.of(new Action.Delete(object("Service"))));
    Executor executor = new Executor(cluster.client());

    assertThatThrownBy(() -> executor.carryOut(Fixtures.IDENTITY, decision, NOW))
        .isInstanceOf(IllegalStateException.class);
    assertThat(cluster.requests()).isEmpty();
  }

  private void taken(String path, HasMetadata there) {
    cluster.refuses("POST " + path, 409, "already exists");
    cluster.has("GET " + path + "/wf", there);
  }

  private Outcome create(HasMetadata object) {
    return new Executor(cluster.client())
        .carryOut(Fixtures.IDENTITY, Decision.done().with(List.of(new Action.Create(object))), NOW);
  }

  private static String failure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Fail.class);
    return WorkflowDraft.message(((Outcome.Fail) outcome).findings());
  }

  private static OwnerReference owner(String kind, String name, String uid) {
    return new OwnerReferenceBuilder().withKind(kind).withName(name).withUid(uid).build();
  }

  private static HasMetadata object(String kind, OwnerReference... owners) {
    var meta =
        new ObjectMetaBuilder()
            .withNamespace("default")
            .withName("wf")
            .withOwnerReferences(owners)
            .build();
    return switch (kind) {
      case "Service" -> new ServiceBuilder().withMetadata(meta).build();
      case "Job" -> new JobBuilder().withMetadata(meta).build();
      case "ConfigMap" -> new ConfigMapBuilder().withMetadata(meta).build();
      default -> new PersistentVolumeClaimBuilder().withMetadata(meta).build();
    };
  }
}
