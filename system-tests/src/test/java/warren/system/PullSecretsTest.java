package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.cli.demo.PullSecret;
import warren.dw.WorkflowState;

/**
 * Pull secrets beside the profile, in the workflow's namespace, in neither; and that a copy lives
 * no longer than its workflow.
 */
@ExtendWith(Lab.Extension.class)
class PullSecretsTest {
  private static final String PROFILES = "nnf-system";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Lab lab;
  private final TestNamespace namespace;
  private final String profile;
  private final String secret;

  PullSecretsTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
    this.profile = namespace.own("pulls");
    this.secret = namespace.own("pull-secret");
  }

  @BeforeEach
  void profile() {
    new Profiles(lab).putUntilKilled(profile, secret);
  }

  @AfterEach
  void nothingIsLeft() {
    remove(PROFILES);
    remove(namespace.name());
    namespace.awaitNothingLeft(PATIENCE);
  }

  @Test
  void aSecretBesideTheProfileIsCopiedUntilTeardown() throws InterruptedException {
    put(PROFILES, password());
    try (DrivenJob job = new DrivenJob(namespace, "borrows", profile)) {
      job.reach(WorkflowState.PRE_RUN);

      Secret copy = secret(namespace.name(), "borrows-1-pull-" + secret);
      assertThat(copy.getImmutable()).isTrue();
      assertThat(copy.getType()).isEqualTo("kubernetes.io/dockerconfigjson");
      assertThat(copy.getData()).isEqualTo(secret(PROFILES, secret).getData());
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
    put(namespace.name(), password());
    try (DrivenJob job = new DrivenJob(namespace, "has-its-own", profile)) {
      job.reach(WorkflowState.PRE_RUN);
      assertThat(copyOf("has-its-own")).isNull();
    }
  }

  @Test
  void aSecretInNeitherIsToldInProposal() throws InterruptedException {
    assertRefusedInProposal(
        "The pull secret '%s' of profile %s is missing".formatted(secret, profile),
        "neither in namespace " + namespace.name(),
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
    try (DrivenJob job = new DrivenJob(namespace, "old-password", profile)) {
      job.reach(WorkflowState.DATA_IN);
      job.ask(WorkflowState.PRE_RUN);
      assertThat(job.failure(WorkflowState.PRE_RUN))
          .contains("does not give out the image " + Profiles.IMAGE, secret)
          .doesNotContain("not the password");
    }
    put(PROFILES, password());
    try (DrivenJob job = new DrivenJob(namespace, "new-password", profile)) {
      job.reach(WorkflowState.PRE_RUN);
    }
  }

  @Test
  void aStrangersSecretOfTheCopysNameIsRefused() throws InterruptedException {
    put(PROFILES, password());
    lab.client()
        .resource(
            PullSecret.of(
                namespace.name(), "taken-1-pull-" + secret, lab.cluster().registry(), password()))
        .create();
    try (DrivenJob job = new DrivenJob(namespace, "taken", profile)) {
      assertThat(job.failure(WorkflowState.PROPOSAL))
          .contains("Secret taken-1-pull-" + secret, "does not belong to this workflow");
    }
    assertThat(copyOf("taken")).isNotNull();
    lab.client()
        .secrets()
        .inNamespace(namespace.name())
        .withName("taken-1-pull-" + secret)
        .delete();
  }

  @Test
  void contentIsInNoLogEventMessageOrPinnedProfile() throws InterruptedException {
    put(PROFILES, password());
    String encoded = secret(PROFILES, secret).getData().get(".dockerconfigjson");
    try (DrivenJob job = new DrivenJob(namespace, "silent", profile)) {
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
    try (DrivenJob job = new DrivenJob(namespace, "refused", profile)) {
      assertThat(job.failure(WorkflowState.PROPOSAL))
          .contains(words)
          .doesNotContain("top-secret", "dG9wLXNlY3JldA==");
    }
  }

  private String password() {
    return lab.cluster().registry().password();
  }

  private void put(String where, String password) {
    lab.client()
        .resource(PullSecret.of(where, secret, lab.cluster().registry(), password))
        .forceConflicts()
        .serverSideApply();
  }

  private void put(String where, String type, String key, String data) {
    lab.client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(where)
                .withName(secret)
                .endMetadata()
                .withType(type)
                .withData(Map.of(key, data))
                .build())
        .create();
  }

  private void remove(String where) {
    lab.client().secrets().inNamespace(where).withName(secret).delete();
  }

  private Secret copyOf(String workflow) {
    return secret(namespace.name(), workflow + "-1-pull-" + secret);
  }

  private Secret secret(String where, String name) {
    return lab.client().secrets().inNamespace(where).withName(name).get();
  }
}
