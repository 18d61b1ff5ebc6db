package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusCauseBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kubeflow.v2beta1.MPIJob;
import org.kubeflow.v2beta1.MPIJobSpec;
import org.kubeflow.v2beta1.mpijobspec.MpiReplicaSpecs;
import warren.dw.Finding;
import warren.operator.FakeCluster;

final class PodTrialTest {
  private static final String POST = "POST /apis/batch/v1/namespaces/default/jobs?dryRun=All";

  private FakeCluster cluster;
  private PodTrial trial;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeCluster();
    trial = new PodTrial(cluster.client());
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void whatIsTakenIsNotMade() {
    cluster.has(POST, job());

    assertThat(trial.findings(List.of(job()), "prof")).isEmpty();
    assertThat(cluster.requests()).containsExactly(POST);
  }

  @Test
  void eachCauseIsToldWithItsPlaceInTheTemplate() {
    cluster.refuses(
        POST,
        List.of(
            cause("spec.template.spec.containers[0].x", "Required value"),
            cause("spec.template.spec.y", "Invalid value: 0")));

    assertThat(trial.findings(List.of(job()), "prof"))
        .extracting(Finding::message)
        .containsExactly(
            "Kubernetes would not take the pods of profile prof: spec.containers[0].x: Required"
                + " value.",
            "Kubernetes would not take the pods of profile prof: spec.y: Invalid value: 0.");
  }

  @Test
  void bothPodsOfAnMpiJobAreTriedAndTheSameFaultIsToldOnce() {
    cluster.refuses(POST, 422, "no");

    assertThat(trial.findings(List.of(mpiJob()), "prof"))
        .extracting(Finding::message)
        .containsExactly("Kubernetes would not take the pods of profile prof: their Job: no.");
    assertThat(cluster.requests()).containsExactly(POST, POST);
    Job sent = cluster.received(POST, Job.class);
    assertThat(sent.getMetadata().getName()).isEqualTo("wf-worker");
    assertThat(sent.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
  }

  /** PreRun will see. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          409 | AlreadyExists | jobs.batch "wf" already exists
          403 | Forbidden | jobs.batch "wf" is forbidden: exceeded quota: q, requested: count/jobs.batch=1, used: count/jobs.batch=1, limited: count/jobs.batch=1
          403 | Forbidden | jobs.batch "wf" is forbidden: unable to create new content in namespace default because it is being terminated
          400 | BadRequest | admission webhook "old.example.org" does not support dry run
          """)
  void whatIsOfThisMomentIsNotTheProfilesFault(int code, String reason, String text) {
    cluster.refuses(POST, code, reason, text);

    assertThat(trial.findings(List.of(job()), "prof")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"403, Forbidden", "422, Invalid"})
  void whatAPolicyDeniesIsToldInItsWords(int code, String reason) {
    cluster.refuses(
        POST,
        code,
        reason,
        "jobs.batch \"wf\" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied"
            + " request: no root here");

    assertThat(trial.findings(List.of(job()), "prof"))
        .extracting(Finding::message)
        .containsExactly(
            "Kubernetes would not take the pods of profile prof: their Job:"
                + " ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no root here.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          500 | InternalError | broken
          500 | InternalError | Internal error occurred: failed calling webhook "w": failed to call webhook: Post "https://w.w.svc:443/?timeout=10s": context deadline exceeded
          429 | TooManyRequests | too many requests, please try again later
          403 | Forbidden | jobs.batch is forbidden: User "o" cannot create resource "jobs" in API group "batch" in the namespace "default"
          """)
  void noAnswerIsNoVerdict(int code, String reason, String text) {
    cluster.refuses(POST, code, reason, text);

    List<HasMetadata> objects = List.of(job());
    assertThatThrownBy(() -> trial.findings(objects, "prof"))
        .isInstanceOf(KubernetesClientException.class);
  }

  private static StatusCause cause(String field, String message) {
    return new StatusCauseBuilder().withField(field).withMessage(message).build();
  }

  private static Job job() {
    return new JobBuilder()
        .withNewMetadata()
        .withNamespace("default")
        .withName("wf")
        .endMetadata()
        .build();
  }

  private static MPIJob mpiJob() {
    Map<String, MpiReplicaSpecs> replicas = new LinkedHashMap<>();
    for (String role : List.of("Launcher", "Worker")) {
      MpiReplicaSpecs specs = new MpiReplicaSpecs();
      specs.setRestartPolicy("Never");
      specs.setTemplate(template());
      replicas.put(role, specs);
    }
    MPIJob job = new MPIJob();
    job.getMetadata().setNamespace("default");
    job.getMetadata().setName("wf");
    job.setSpec(new MPIJobSpec());
    job.getSpec().setMpiReplicaSpecs(replicas);
    return job;
  }

  private static PodTemplateSpec template() {
    return new PodTemplateSpecBuilder().withNewSpec().endSpec().build();
  }
}
