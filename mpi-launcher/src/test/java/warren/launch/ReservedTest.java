package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import org.junit.jupiter.api.Test;
import warren.launch.render.KubernetesRenderer;
import warren.names.Reserved;

/** What a profile is warned of is what pods really get. */
class ReservedTest {
  private final List<HasMetadata> objects =
      KubernetesRenderer.render(Workloads.shape(Cases.inputs("wishes-of-a-pod")));

  @Test
  void theVariablesThatEveryContainerGetsAreReserved() {
    List<String> profiles = List.of("DW_JOB_scratch", "LEVEL", "HOME", "USER", "LOGNAME");
    assertThat(
            job().getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream()
                .map(EnvVar::getName)
                .filter(name -> !profiles.contains(name)))
        .containsExactlyInAnyOrderElementsOf(Reserved.VARIABLES);
  }

  @Test
  void theVolumesThatEveryPodGetsAreReserved() {
    assertThat(job().getSpec().getTemplate().getSpec().getVolumes().stream().map(Volume::getName))
        .filteredOn(name -> name.startsWith("warren-"))
        .containsExactlyInAnyOrder(Reserved.HOME_VOLUME, Reserved.FILES_VOLUME);
    assertThat(Reserved.VOLUMES).contains(Reserved.HOME_VOLUME, Reserved.FILES_VOLUME);
  }

  private Job job() {
    return objects.stream()
        .filter(Job.class::isInstance)
        .map(Job.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
