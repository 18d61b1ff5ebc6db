package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cli.demo.PullSecret;
import warren.dw.WorkflowState;

/**
 * Pull secrets beside the profile, in the workflow's namespace, in neither; and that a copy lives
 * no longer than its workflow. Late: it kills the operator as well.
 */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PullSecretsTest {
  private static final String NAMESPACE = "pull-secrets";
  private static final String PROFILES = "nnf-system";
  private static final String SECRET = "pull-secrets-test";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> UNTIL_KILLED = List.of("/bin/sh", "-c", "sleep 1000");

  private final Lab lab;
  private final OperatorControl operator;
  private Inventory before;

  PullSecretsTest(Lab lab) {
    this.lab = lab;
    this.operator = new OperatorControl(lab);
  }

  @BeforeEach
  void profile() {
    operator.awaitAdmission();
    Profiles profiles = new Profiles(lab);
    profiles.put(
        "pulls",
        Profiles.IMAGE,
        SECRET,
        "retryLimit: 0\npreRunTimeoutSeconds: 120\npostRunTimeoutSeconds: 0",
        UNTIL_KILLED);
    profiles.putNeverReady("pulls-never-ready", SECRET, 600);
    before = Inventory.of(lab.cluster());
  }

  @AfterEach
  void nothingIsLeft() {
    remove(PROFILES);
    remove(NAMESPACE);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(Inventory.of(lab.cluster()).beyond(before)).isEmpty());
  }

  @Test
  void aSecretBesideTheProfileIsCopiedUntilTeardown() throws InterruptedException {
    put(PROFILES, password());
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "borrows", "pulls")) {
      job.reach(WorkflowState.PRE_RUN);

      Secret copy = secret(NAMESPACE, "borrows-1-pull-" + SECRET);
      assertThat(copy.getImmutable()).isTrue();
      assertThat(copy.getType()).isEqualTo("kubernetes.io/dockerconfigjson");
      assertThat(copy.getData()).isEqualTo(secret(PROFILES, SECRET).getData());
      assertThat(copy.getMetadata().getOwnerReferences())
          .singleElement()
          .satisfies(owner -> assertThat(owner.getKind()).isEqualTo("Workflow"));

      job.reach(WorkflowState.TEARDOWN);
      assertThat(copyOf("borrows")).isNull();
    }
  }

  @Test
  void aSecretInTheWorkflowsNamespaceGoesFirstAndIsNotCopied() throws InterruptedException {
    put(PROFILES, "not the password");
    put(NAMESPACE, password());
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "has-its-own", "pulls")) {
      job.reach(WorkflowState.PRE_RUN);
      assertThat(copyOf("has-its-own")).isNull();
    }
  }

  @Test
  void aSecretInNeitherIsToldInProposal() throws InterruptedException {
    assertRefusedInProposal(
        "The pull secret '%s' of profile pulls is missing".formatted(SECRET),
        "neither in namespace pull-secrets",
        "nor in namespace nnf-system");
  }

  @Test
  void aSecretOfAnotherTypeIsToldInProposal() throws InterruptedException {
    put(PROFILES, "Opaque", "key", "dG9wLXNlY3JldA==");
    assertRefusedInProposal("in namespace nnf-system has the type Opaque");
  }

  @Test
  void aMalformedSecretIsToldInProposalWithoutItsContent() throws InterruptedException {
    // {"auths":{"r":{"auth":"dG9wLXNlY3JldA=="}}}
    put(
        PROFILES,
        "kubernetes.io/dockerconfigjson",
        ".dockerconfigjson",
        "eyJhdXRocyI6eyJyIjp7ImF1dGgiOiJkRzl3TFhObFkzSmxkQT09In19fQ==");
    assertRefusedInProposal("in namespace nnf-system is no use: its login for 'r'");
  }

  @Test
  void aPasswordThatChangesBetweenJobsCountsFromTheNextOn() throws InterruptedException {
    put(PROFILES, "not the password");
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "old-password", "pulls")) {
      job.reach(WorkflowState.DATA_IN);
      job.ask(WorkflowState.PRE_RUN);
      assertThat(job.failure(WorkflowState.PRE_RUN))
          .contains("does not give out the image " + Profiles.IMAGE, SECRET)
          .doesNotContain("not the password");
    }
    put(PROFILES, password());
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "new-password", "pulls")) {
      job.reach(WorkflowState.PRE_RUN);
    }
  }

  @Test
  void aStrangersSecretOfTheCopysNameIsRefused() throws InterruptedException {
    put(PROFILES, password());
    lab.client()
        .resource(
            PullSecret.of(
                NAMESPACE, "taken-1-pull-" + SECRET, lab.cluster().registry(), password()))
        .create();
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "taken", "pulls")) {
      assertThat(job.failure(WorkflowState.PROPOSAL))
          .contains("Secret taken-1-pull-" + SECRET, "does not belong to this workflow");
    }
    assertThat(copyOf("taken")).isNotNull();
    lab.client().secrets().inNamespace(NAMESPACE).withName("taken-1-pull-" + SECRET).delete();
  }

  @Test
  void theCopyGoesAlsoWhenTheOperatorIsKilledInPreRun() throws InterruptedException {
    put(PROFILES, password());
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "killed", "pulls-never-ready")) {
      job.reach(WorkflowState.DATA_IN);
      job.ask(WorkflowState.PRE_RUN);
      await().atMost(PATIENCE).until(() -> copyOf("killed") != null);
      operator.kill();
      job.reach(WorkflowState.TEARDOWN);
      assertThat(copyOf("killed")).isNull();
    }
  }

  @Test
  void theCopyGoesAlsoWhenTheOperatorIsKilledInTeardown() throws InterruptedException {
    put(PROFILES, password());
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "killed", "pulls")) {
      job.reach(WorkflowState.PRE_RUN);
      job.ask(WorkflowState.TEARDOWN);
      operator.kill();
      job.reach(WorkflowState.TEARDOWN);
      assertThat(copyOf("killed")).isNull();
    }
  }

  @Test
  void contentIsInNoLogEventMessageOrPinnedProfile() throws InterruptedException {
    put(PROFILES, password());
    String encoded = secret(PROFILES, SECRET).getData().get(".dockerconfigjson");
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "silent", "pulls")) {
      job.reach(WorkflowState.PRE_RUN);
      for (List<String> question :
          List.of(
              List.of("get", "workflows,nnfcontainerprofiles,events,pods", "-A", "-o", "yaml"),
              List.of("logs", "-n", "warren-system", "deployment/warren-operator"))) {
        assertThat(lab.cluster().kubectl(question).orThrow(String.join(" ", question)))
            .contains("silent")
            .doesNotContain(password(), encoded);
      }
    }
  }

  private void assertRefusedInProposal(String... words) throws InterruptedException {
    try (DrivenJob job = new DrivenJob(lab, NAMESPACE, "refused", "pulls")) {
      assertThat(job.failure(WorkflowState.PROPOSAL))
          .contains(words)
          .doesNotContain("top-secret", "dG9wLXNlY3JldA==");
    }
  }

  private String password() {
    return lab.cluster().registry().password();
  }

  private void put(String namespace, String password) {
    lab.client()
        .resource(PullSecret.of(namespace, SECRET, lab.cluster().registry(), password))
        .forceConflicts()
        .serverSideApply();
  }

  private void put(String namespace, String type, String key, String data) {
    lab.client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(SECRET)
                .endMetadata()
                .withType(type)
                .withData(Map.of(key, data))
                .build())
        .create();
  }

  private void remove(String namespace) {
    lab.client().secrets().inNamespace(namespace).withName(SECRET).delete();
  }

  private Secret copyOf(String workflow) {
    return secret(NAMESPACE, workflow + "-1-pull-" + SECRET);
  }

  private Secret secret(String namespace, String name) {
    return lab.client().secrets().inNamespace(namespace).withName(name).get();
  }
}
