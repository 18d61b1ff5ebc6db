package warren.launch.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Edits the containers of a pod. (The builder's own way to edit a match edits the first one only.)
 */
public final class Containers {
  private Containers() {}

  /** Edits every container, init containers too. */
  static PodSpec each(PodSpec pod, UnaryOperator<Container> edit) {
    return pod.edit()
        .withContainers(pod.getContainers().stream().map(edit).toList())
        .withInitContainers(pod.getInitContainers().stream().map(edit).toList())
        .build();
  }

  /** Edits the first container, which is the one that mpi-operator knows. */
  public static PodSpec first(PodSpec pod, UnaryOperator<Container> edit) {
    List<Container> containers = new ArrayList<>(pod.getContainers());
    containers.set(0, edit.apply(containers.getFirst()));
    return pod.edit().withContainers(containers).build();
  }

  /** Adds mounts to every container, in the place of those that a profile has at the same paths. */
  static PodSpec mount(PodSpec pod, List<VolumeMount> mounts) {
    Set<String> paths = mounts.stream().map(VolumeMount::getMountPath).collect(Collectors.toSet());
    return each(
        pod,
        container ->
            container
                .edit()
                .removeMatchingFromVolumeMounts(mount -> paths.contains(mount.getMountPath()))
                .addAllToVolumeMounts(mounts)
                .build());
  }
}
