package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.containers.Containers.ended;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ContainerFailureTest {
  @Test
  void theFirstFailureInTimeIsTheCause() {
    Pod worker = at("rabbit-0", 3, "2026-11-21T10:05:09Z");
    Pod launcher = at("rabbit-1", 205, "2026-11-21T10:05:10Z");

    assertThat(cause(launcher, worker))
        .startsWith(
            "Container app (image reg/app:1) of profile prof ended with exit code 3 on rabbit-0");
  }

  @Test
  void whatWasKilledForMemoryIsTheCauseWhateverEndedBeforeAndWithWhatCode() {
    Pod worker = at("rabbit-0", 0, "2026-11-21T10:05:12Z");
    end(worker).setReason("OOMKilled");
    worker
        .getSpec()
        .getContainers()
        .getFirst()
        .setResources(
            new ResourceRequirementsBuilder().addToLimits("memory", new Quantity("64Mi")).build());
    Pod launcher = at("rabbit-1", 137, "2026-11-21T10:05:10Z");

    assertThat(cause(launcher, worker))
        .startsWith(
            "Container app (image reg/app:1) of profile prof needed more memory than its limit of"
                + " 64Mi and was killed on rabbit-0");
  }

  @Test
  void whatEndedWellIsNoFailure() {
    assertThat(ContainerFailure.of(at("rabbit-0", 0, null))).isEmpty();
  }

  private static String cause(Pod... pods) {
    return ContainerFailure.cause(Stream.of(pods).flatMap(ContainerFailure::of))
        .orElseThrow()
        .finding("somewhere", "prof")
        .message();
  }

  private static Pod at(String rabbit, int exitCode, String finished) {
    Pod pod = ended(rabbit, exitCode);
    end(pod).setFinishedAt(finished);
    return pod;
  }

  private static ContainerStateTerminated end(Pod pod) {
    return pod.getStatus().getContainerStatuses().getFirst().getState().getTerminated();
  }
}
