package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PullSecretNamesTest {
  private static final String SECRET = "readonly-red-rock-slushy";

  @Test
  void podsNameTheSecretItselfWhenItIsInTheirNamespace() {
    assertThat(names(single(Set.of("another")).pod())).containsExactly(SECRET);
  }

  @Test
  void podsNameTheCopyOfASecretThatIsElsewhere() {
    MpiWorkload mpi = (MpiWorkload) Workloads.shape(inputs("mpi-red-rock-slushy", Set.of(SECRET)));
    int directive = mpi.setting().directive().index();
    String copy = "fluxjob-7-" + directive + "-pull-" + SECRET;

    assertThat(names(mpi.launcher().getSpec())).containsExactly(copy);
    assertThat(names(mpi.worker().getSpec())).containsExactly(copy);
    assertThat(names(single(Set.of(SECRET)).pod())).containsExactly(copy);
  }

  private static SingleWorkload single(Set<String> copied) {
    return (SingleWorkload) Workloads.shape(inputs("red-rock-slushy", copied));
  }

  private static LaunchInputs inputs(String name, Set<String> copied) {
    LaunchInputs inputs = Cases.inputs(name);
    return new LaunchInputs(
        inputs.workflow(), inputs.plan(), inputs.rabbits(), inputs.mounts(), copied);
  }

  private static List<String> names(PodSpec pod) {
    return pod.getImagePullSecrets().stream().map(LocalObjectReference::getName).toList();
  }
}
