package warren.launch;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;

/**
 * The same pod once on every Rabbit.
 *
 * @param rabbits node names, each once
 * @param pod the profile's own part of the pod
 */
public record SingleWorkload(Setting setting, List<String> rabbits, PodSpec pod)
    implements Workload {
  public SingleWorkload {
    requireNonNull(setting, "setting");
    requireNonNull(pod, "pod");
    rabbits = List.copyOf(rabbits);
    if (rabbits.isEmpty()) {
      throw new IllegalArgumentException("a workload runs on at least one Rabbit");
    }
  }
}
