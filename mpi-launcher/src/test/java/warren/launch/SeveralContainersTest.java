package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.dw.ContainerDw;
import warren.launch.render.KubernetesRenderer;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.plan.ContainerPlan;

/** Several container directives of one job. */
class SeveralContainersTest {
  @ParameterizedTest
  @CsvSource({
    "red-rock-slushy, red-rock-slushy",
    "red-rock-slushy, mpi-red-rock-slushy",
    "mpi-red-rock-slushy, red-rock-slushy",
    "mpi-red-rock-slushy, mpi-red-rock-slushy"
  })
  void noTwoObjectsOrVariablesHaveTheSameName(String one, String other) {
    Workload first = workload(one, 0, "first");
    Workload second = workload(other, 1, "sec-ond");
    Workload third = workload(other, 2, "third");

    assertThat(
            Stream.of(first, second, third)
                .flatMap(workload -> KubernetesRenderer.render(workload).stream())
                .map(object -> object.getKind() + " " + object.getMetadata().getName()))
        .doesNotHaveDuplicates();
    assertThat(
            Stream.of(first, second, third)
                .flatMap(workload -> JobEnvironment.of(workload).keySet().stream()))
        .doesNotHaveDuplicates()
        .contains(
            "NNF_CONTAINER_HOSTNAMES",
            "NNF_CONTAINER_HOSTNAMES_sec_ond",
            "NNF_CONTAINER_HOSTNAMES_third");
    assertThat(JobEnvironment.launcher(second)).isEqualTo("NNF_CONTAINER_LAUNCHER_sec_ond");
  }

  @Test
  void aServiceSelectsThePodsOfItsOwnDirective() {
    for (int ordinal = 0; ordinal < 2; ordinal++) {
      List<HasMetadata> objects =
          KubernetesRenderer.render(workload("red-rock-slushy", ordinal, "slushy"));
      Service service = (Service) objects.getFirst();
      Job job = (Job) objects.getLast();

      String own = ordinal == 0 ? "fluxjob-7" : "fluxjob-7-c2";
      assertThat(service.getSpec().getSelector()).isEqualTo(Map.of(Labels.CONTAINER, own));
      assertThat(job.getSpec().getTemplate().getMetadata().getLabels())
          .containsEntry(Labels.CONTAINER, own);
      assertThat(job.getSpec().getTemplate().getSpec().getSubdomain()).isEqualTo(own);
    }
  }

  @Test
  void aContainerFindsItsOwnDirectiveUnderUpstreamsNames() {
    assertThat(workload("red-rock-slushy", 1, "slushy").setting().variables())
        .contains(
            new Variable.Text("NNF_CONTAINER_SUBDOMAIN", "fluxjob-7-c2"),
            new Variable.Text("NNF_CONTAINER_HOSTNAMES", "rabbit-0,rabbit-1"));
  }

  @Test
  void theNamesOfFurtherDirectivesAreLonger() {
    String rabbit = "r".repeat(42);

    assertThat(HostNames.check(named("warren-run-000000", 1, List.of(rabbit)))).isEmpty();
    assertThat(HostNames.check(named("warren-run-000000", 1, List.of(rabbit + "r"))))
        .extracting(finding -> finding.sentence())
        .containsExactly(
            "The Rabbit's name '%sr' has 43 characters, and 42 are allowed beside a workflow's."
                    .formatted(rabbit)
                + " Tell your administrator, who can give the node a shorter name.");
    assertThat(HostNames.check(named("w".repeat(52), 1, List.of("rabbit-0"))))
        .extracting(finding -> finding.sentence())
        .containsExactly(
            "The name '%s-c2-rabbit-0' would have 64 characters, and 63 are allowed."
                    .formatted("w".repeat(52))
                + " Use a name of up to 51 characters for the workflow.");
  }

  @Test
  void aRabbitThatIsNamedAsAFurtherDirectiveWouldNameAJobIsToldOf() {
    assertThat(HostNames.check(named("wf", 0, List.of("x", "c2-x")))).isEmpty();
    assertThat(HostNames.check(named("wf", 1, List.of("x", "c2-x"))))
        .extracting(finding -> finding.message())
        .containsExactly(
            "The Rabbits 'x' and 'c2-x' cannot both run several container directives: two Jobs"
                + " would have the same name.");
  }

  private static Workload named(String workflow, int ordinal, List<String> rabbits) {
    LaunchInputs inputs = Cases.inputs("red-rock-slushy");
    return Workloads.shape(
        new LaunchInputs(
            new WorkflowIdentity("default", workflow, "uid"),
            plan(inputs.plan(), ordinal, "slushy"),
            rabbits));
  }

  private static Workload workload(String example, int ordinal, String name) {
    LaunchInputs inputs = Cases.inputs(example);
    return Workloads.shape(
        new LaunchInputs(inputs.workflow(), plan(inputs.plan(), ordinal, name), inputs.rabbits()));
  }

  private static ContainerPlan plan(ContainerPlan plan, int ordinal, String name) {
    return new ContainerPlan(
        new ContainerDw(1 + ordinal, name, plan.profile().name(), plan.directive().storages()),
        ordinal,
        plan.profile(),
        plan.storages(),
        plan.user());
  }
}
