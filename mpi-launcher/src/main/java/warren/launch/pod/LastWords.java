package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import warren.launch.Setting;

/**
 * Keeps the last log lines of a failed container in its status, where they outlive the pod's log.
 */
final class LastWords {
  private LastWords() {}

  static PodSpec keep(PodSpec pod, Setting setting) {
    return Containers.each(
        pod,
        container ->
            container.edit().withTerminationMessagePolicy("FallbackToLogsOnError").build());
  }
}
