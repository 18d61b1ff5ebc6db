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
import org.junit.jupiter.params.provider.MethodSource;
import warren.names.Labels;
import warren.operator.FakeCluster;
import warren.operator.Fixtures;
import warren.operator.decision.Action.Propagation;
import warren.operator.entries.WorkflowDraft;

final class ExecutorTest {
  private static final Instant NOW = Fixtures.ENTERED;

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

  @Test
  void aClusterThatIsBusyIsNoOutcome() {
    cluster.refuses("POST /api/v1/namespaces/default/services", 500, "etcd is away");
    HasMetadata service = object("Service");

    assertThatThrownBy(() -> create(service)).isInstanceOf(KubernetesClientException.class);
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
        .carryOut(
            Fixtures.IDENTITY,
            Decision.done().with(List.of(new Action.Delete(pod, Propagation.FOREGROUND))),
            NOW);

    assertThat(cluster.requests()).containsExactly("DELETE /api/v1/namespaces/default/pods/wf-x");
  }

  @Test
  void nobodyElsesObjectIsEverDeleted() {
    Decision decision =
        Decision.done().with(List.of(new Action.Delete(object("Service"), Propagation.BACKGROUND)));
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
