package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import warren.api.NnfContainerProfile;
import warren.cluster.CommandResult;
import warren.dw.Finding;
import warren.profile.ProfileReader;

/** Profiles are checked when they are written, and Workflows when they are created. */
@Isolated("it takes the operator away, which all others need")
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Three faults and one thing that Warren decides itself. */
  private static final String BAD =
      """
      retryLimit: 3
      spec:
        hostNetwork: true
        restartPolicy: Always
        containers:
        - name: a
          image: b
          securityContext:
            privileged: true
        - name: c
          image: d
          imagge: e
      """;

  private static final String WARNED =
      """
      spec:
        restartPolicy: Always
        containers:
        - name: a
          image: b
      """;

  private final Lab lab;
  private final TestNamespace namespace;
  private final OperatorControl operator;

  WebhookTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
    this.operator = new OperatorControl(lab);
  }

  @AfterEach
  void profilesCanBeWritten() {
    operator.awaitAdmission();
  }

  @Test
  void refusesWhatLintRefusesInItsWordsAllAtOnce() {
    List<String> errors = lint("bad", BAD, true);
    assertThat(errors).hasSizeGreaterThanOrEqualTo(3);

    for (String version : List.of("v1alpha1", "v1alpha11")) {
      CommandResult refused = apply(version, "nnf-system", "bad", BAD);
      assertThat(refused.exitCode()).isNotZero();
      assertThat(refused.stderr())
          .contains("admission webhook \"profiles.warren.internal\" denied the request")
          .contains(String.join("\n", errors));
    }
  }

  @Test
  void warnsOfWhatLintWarnsOf() {
    List<String> warnings = lint("warned", WARNED, false);
    assertThat(warnings).isNotEmpty();

    CommandResult applied = apply("v1alpha1", "nnf-system", "warned", WARNED);
    assertThat(applied.exitCode()).as(applied.stderr()).isZero();
    assertThat(applied.stderr().lines())
        .containsAll(warnings.stream().map(warning -> "Warning: " + warning).toList());
  }

  /** More than an API server passes on whole. */
  @Test
  void ofManyWarningsTheFirstAreShownAndTheLastSaysHowManyMoreThereAre() {
    String more =
        IntStream.range(0, 30)
            .mapToObj("- {name: c%s, image: b, imagePullPolicy: IfNotPresent}\n"::formatted)
            .collect(Collectors.joining());
    String many = WARNED + more.indent(2);
    List<String> warnings = lint("many", many, false);

    List<String> shown = apply("v1alpha1", "nnf-system", "many", many).stderr().lines().toList();
    assertThat(shown).hasSizeLessThan(warnings.size());
    int all = shown.size() - 1;
    assertThat(shown.subList(0, all))
        .isEqualTo(warnings.subList(0, all).stream().map(told -> "Warning: " + told).toList());
    assertThat(shown.getLast())
        .isEqualTo(
            "Warning: And %s more: warren profile lint shows all warnings."
                .formatted(warnings.size() - all));
  }

  @Test
  void aProfileInAnotherNamespaceIsRefused() {
    assertThat(apply("v1alpha11", namespace.name(), "elsewhere", WARNED).stderr())
        .contains(
            "Profile elsewhere: profiles are kept in the namespace nnf-system, not in "
                + namespace.name()
                + ".");
  }

  @Test
  void aNewWorkflowIsRefusedWithAllThatIsWrongWithIt() {
    CommandResult refused =
        create(
            "#DW jobdw type=gfs3 capacity=1GB name=scratch",
            "#DW container name=slushy profile=red-rock-slushi",
            "#DW copy_in source=/a destination=/b");

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.stderr())
        .contains("admission webhook \"workflows.warren.internal\" denied the request:")
        .contains("\nDW Directive 0: 'gfs3' is not a value that 'type' takes.")
        .contains("\nDW Directive 1: There is no container profile 'red-rock-slushi'.")
        .contains("Did you mean 'red-rock-slushy'?");
    assertThat(create("#DW jobdw type=gfs2 capacity=1GB name=scratch").exitCode()).isZero();
  }

  private CommandResult create(String... directives) {
    return lab.cluster()
        .kubectl(
            List.of(
                "create",
                "--as=system:serviceaccount:warren-system:warren-runner",
                "--dry-run=server",
                "-f",
                "-"),
            """
            apiVersion: dataworkflowservices.github.io/v1alpha7
            kind: Workflow
            metadata: {name: judged, namespace: %s}
            spec:
              desiredState: Proposal
              wlmID: somebody
              jobID: 1
              userID: 1050
              groupID: 1051
              dwDirectives: %s
            """
                .formatted(namespace.name(), Serialization.asJson(directives)));
  }

  /** What is deleted is not asked about; all else is. */
  @Test
  void withoutTheOperatorNoJobBeginsAndProfilesCanOnlyBeDeleted() {
    apply("v1alpha1", "nnf-system", "to-be-deleted", WARNED).orThrow("the profile");
    operator.stop();
    try {
      assertThat(create("#DW jobdw type=gfs2 capacity=1GB name=scratch").stderr())
          .contains("failed calling webhook \"workflows.warren.internal\"");
      assertThat(create().exitCode()).isZero();
      Warren run =
          Warren.run(namespace, Script.of("#DW jobdw type=gfs2 capacity=1GB name=scratch", "true"));
      assertThat(run.exitStatus(PATIENCE)).as(run.output()).isEqualTo(123);
      assertThat(run.output())
          .containsOnlyOnce("\"workflows.warren.internal\" cannot be asked")
          .doesNotContain("has not appeared");

      CommandResult written = operator.touchProfile();
      assertThat(written.exitCode()).isNotZero();
      assertThat(written.stderr()).contains("profiles.warren.internal");
      kubectl("-n", "nnf-system", "delete", "nnfcontainerprofile", "to-be-deleted")
          .orThrow("a profile could not be deleted");
    } finally {
      operator.start();
    }
  }

  private static List<String> lint(String name, String data, boolean errors) {
    NnfContainerProfile profile = new NnfContainerProfile();
    profile.getMetadata().setName(name);
    profile.setData(Serialization.unmarshal(data, ObjectNode.class));
    return ProfileReader.read(profile).findings().stream()
        .filter(finding -> finding.isError() == errors)
        .map(Finding::sentence)
        .toList();
  }

  private CommandResult apply(String version, String namespace, String name, String data) {
    return lab.cluster()
        .kubectl(
            List.of("apply", "-f", "-"),
            """
            apiVersion: nnf.cray.hpe.com/%s
            kind: NnfContainerProfile
            metadata:
              name: %s
              namespace: %s
            data:
            %s
            """
                .formatted(version, name, namespace, data.indent(2)));
  }

  private CommandResult kubectl(String... arguments) {
    return lab.cluster().kubectl(List.of(arguments));
  }
}
