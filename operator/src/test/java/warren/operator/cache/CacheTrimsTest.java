package warren.operator.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import warren.api.Workflow;
import warren.dw.WorkflowState;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;

final class CacheTrimsTest {
  private static final String METADATA =
      """
      metadata:
        name: wf
        namespace: default
        uid: u-1
        resourceVersion: "7"
        labels: {app: web}
        annotations:
          %s: '{"kind":"Workflow"}'
        managedFields:
        - manager: kubectl
          fieldsV1: {f:spec: {}}
        finalizers: [others/finalizer]
      """
          .formatted(CacheTrims.LAST_APPLIED);

  private static final String POD_SPEC =
      """
      spec:
        nodeName: rabbit-1
        hostname: launcher
        tolerations: [{key: cray.nnf.node, operator: Exists}]
        initContainers:
        - {name: init, image: busybox, restartPolicy: Always}
        containers:
        - name: slushy
          image: registry/slushy:1
          command: [sh, -c, sleep 1]
          env: [{name: DW_JOB_a, value: /mnt}]
          volumeMounts: [{name: storage, mountPath: /mnt}]
          resources: {limits: {memory: 1Gi}}
        volumes:
        - name: storage
          persistentVolumeClaim: {claimName: storage-0}
        - name: token
          projected: {sources: []}
      status:
        phase: Running
        containerStatuses: [{name: slushy, ready: true, restartCount: 0, image: i, imageID: j}]
      """;

  private final KubernetesSerialization trimmed = CacheTrims.serialization();

  @Test
  void nobodyReadsWhoManagesWhichField() {
    var metadata = read("kind: Workflow\n" + METADATA, Workflow.class).getMetadata();

    assertThat(metadata.getManagedFields()).isEmpty();
    assertThat(metadata.getAnnotations()).containsExactly(Map.entry(CacheTrims.LAST_APPLIED, ""));
    assertThat(metadata.getName()).isEqualTo("wf");
    assertThat(metadata.getUid()).isEqualTo("u-1");
    assertThat(metadata.getResourceVersion()).isEqualTo("7");
    assertThat(metadata.getLabels()).containsEntry("app", "web");
    assertThat(metadata.getFinalizers()).containsExactly("others/finalizer");
  }

  @Test
  void ofNodesAndOfTheFilesOfContainersOnlyTheNamesStay() {
    Node node =
        read(
            """
            apiVersion: v1
            kind: Node
            metadata: {name: rabbit-1}
            status: {images: [{names: [a], sizeBytes: 1}]}
            """,
            Node.class);
    Pod pod =
        read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, annotations: {warren.internal/file-passwd: "u:x:1", app: web}}
            """,
            Pod.class);

    assertThat(node.getMetadata().getName()).isEqualTo("rabbit-1");
    assertThat(node.getStatus()).isNull();
    assertThat(pod.getMetadata().getAnnotations())
        .containsExactly(Map.entry("warren.internal/file-passwd", ""), Map.entry("app", "web"));
  }

  @Test
  void genericResourcesAreTrimmedToo() {
    var job =
        read(
            "apiVersion: kubeflow.org/v2beta1\nkind: MPIJob\n" + METADATA + "spec: {slots: 2}\n",
            GenericKubernetesResource.class);

    assertThat(job.getMetadata().getManagedFields()).isEmpty();
    assertThat(job.<Integer>get("spec", "slots")).isEqualTo(2);
  }

  @Test
  void passwordsAreNotCached() {
    Secret secret =
        read(
            "apiVersion: v1\nkind: Secret\ntype: Opaque\n"
                + METADATA
                + "data: {key: cGFzc3dvcmQ=}\nstringData: {key: password}\n",
            Secret.class);

    assertThat(secret.getData()).isNullOrEmpty();
    assertThat(secret.getStringData()).isNullOrEmpty();
    assertThat(secret.getType()).isEqualTo("Opaque");
  }

  @Test
  void ofPodsStaysWhereTheyRunAndWhat() {
    Pod pod = read("apiVersion: v1\nkind: Pod\n" + METADATA + POD_SPEC, Pod.class);

    assertThat(pod.getSpec().getNodeName()).isEqualTo("rabbit-1");
    assertThat(pod.getSpec().getHostname()).isEqualTo("launcher");
    assertThat(pod.getSpec().getTolerations()).isEmpty();
    assertThat(pod.getSpec().getInitContainers())
        .extracting(Container::getImage, Container::getRestartPolicy)
        .containsExactly(tuple("busybox", "Always"));
    Container slushy = pod.getSpec().getContainers().getFirst();
    assertThat(slushy.getName()).isEqualTo("slushy");
    assertThat(slushy.getImage()).isEqualTo("registry/slushy:1");
    assertThat(slushy.getCommand()).isEmpty();
    assertThat(slushy.getEnv()).isEmpty();
    assertThat(slushy.getVolumeMounts()).isEmpty();
    assertThat(slushy.getResources().getLimits()).containsKey("memory");
    assertThat(pod.getSpec().getVolumes().getFirst().getPersistentVolumeClaim().getClaimName())
        .isEqualTo("storage-0");
    assertThat(pod.getSpec().getVolumes().getLast().getProjected()).isNull();
    assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
    assertThat(pod.getStatus().getContainerStatuses().getFirst().getReady()).isTrue();
  }

  @Test
  void ofEventsStaysWhatHappenedToWhichObjectAndWhen() {
    Event event =
        read(
            "apiVersion: v1\nkind: Event\n"
                + METADATA
                + """
                involvedObject: {kind: Pod, name: slushy, uid: u-2}
                reason: FailedMount
                message: no such volume
                type: Warning
                lastTimestamp: "2026-11-30T10:00:00Z"
                source: {component: kubelet, host: rabbit-1}
                reportingComponent: kubelet
                """,
            Event.class);

    assertThat(event.getInvolvedObject().getUid()).isEqualTo("u-2");
    assertThat(event.getReason()).isEqualTo("FailedMount");
    assertThat(event.getMessage()).isEqualTo("no such volume");
    assertThat(event.getType()).isEqualTo("Warning");
    assertThat(event.getLastTimestamp()).isEqualTo("2026-11-30T10:00:00Z");
    assertThat(event.getSource()).isNull();
    assertThat(event.getReportingComponent()).isNull();
  }

  @Test
  void templatesOfJobsAreTrimmedAsPodsAre() {
    Job job =
        read(
            "apiVersion: batch/v1\nkind: Job\n"
                + METADATA
                + "spec:\n  backoffLimit: 3\n  template:\n"
                + POD_SPEC.substring(0, POD_SPEC.indexOf("status:")).indent(4),
            Job.class);

    assertThat(job.getSpec().getBackoffLimit()).isEqualTo(3);
    var spec = job.getSpec().getTemplate().getSpec();
    assertThat(spec.getContainers()).extracting(Container::getName).containsExactly("slushy");
    assertThat(spec.getContainers().getFirst().getEnv()).isEmpty();
  }

  @Test
  void aDraftOfATrimmedWorkflowDeletesNothingThatWasTrimmed() {
    SeenWorkflow seen =
        new SeenWorkflow(
            read(
                "kind: Workflow\n"
                    + METADATA
                    + "spec: {desiredState: Proposal, userID: 1, groupID: 1}\n",
                Workflow.class));
    WorkflowDraft draft = new WorkflowDraft(seen);
    assertThat(draft.patch()).isEmpty();

    draft.annotate(Map.of("warren.internal/mount-0", "{}"));
    draft.addFinalizer();
    draft.enter(WorkflowState.PROPOSAL, Instant.EPOCH);

    assertThat(draft.patch().toString())
        .contains("\"/metadata/annotations/warren.internal~1mount-0\"")
        .contains("\"/metadata/finalizers/-\"")
        .doesNotContain("\"/metadata/annotations\"")
        .doesNotContain("managedFields")
        .doesNotContain("last-applied");
  }

  private <T> T read(String yaml, Class<T> type) {
    return trimmed.unmarshal(new ByteArrayInputStream(yaml.getBytes(UTF_8)), type);
  }
}
