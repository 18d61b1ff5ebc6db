package warren.launch;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warren.names.Reserved;
import warren.plan.StorageUse;

/**
 * Volume names of storages. Upstream names them after the storage's variable without its prefix,
 * which meets other volumes in a pod: {@code DW_JOB_x} and {@code DW_PERSISTENT_x}, a volume of the
 * profile, or one that Warren or mpi-operator adds. A name that is taken gets the directive's
 * index.
 */
final class VolumeNames {
  private final Map<Integer, String> names;

  private VolumeNames(Map<Integer, String> names) {
    this.names = names;
  }

  static VolumeNames of(List<StorageUse> storages, PodSpec... pods) {
    Set<String> taken = new HashSet<>(Reserved.VOLUMES);
    Arrays.stream(pods)
        .flatMap(pod -> pod.getVolumes().stream())
        .map(Volume::getName)
        .forEach(taken::add);
    Map<Integer, String> names = new HashMap<>();
    for (StorageUse use : storages) {
      names.computeIfAbsent(use.directive(), directive -> free(use, taken));
    }
    return new VolumeNames(names);
  }

  String ofStorage(int directive) {
    return names.get(directive);
  }

  private static String free(StorageUse use, Set<String> taken) {
    // A trailing hyphen, from a trailing underscore, would make the name invalid.
    String name = use.volume();
    while (name.endsWith("-") || !taken.add(name)) {
      name = name + "-" + use.directive();
    }
    return name;
  }
}
