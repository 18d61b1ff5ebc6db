package warren.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.api.SystemConfiguration;

/**
 * Which compute is attached to which Rabbit.
 *
 * @param places by compute name, in the order of the SystemConfiguration
 */
public record MachineLayout(Map<String, ComputePlace> places) {
  /** {@code type} of the storage nodes that containers run on. */
  private static final String RABBIT = "Rabbit";

  public MachineLayout {
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /** The layout a SystemConfiguration tells; a compute listed twice is where it is listed first. */
  public static MachineLayout of(SystemConfiguration system) {
    Map<String, ComputePlace> places = new LinkedHashMap<>();
    if (system.getSpec() != null) {
      for (SystemConfiguration.StorageNode node : system.getSpec().storageNodes()) {
        if (RABBIT.equals(node.type()) && node.name() != null) {
          addComputes(node, places);
        }
      }
    }
    return new MachineLayout(places);
  }

  private static void addComputes(
      SystemConfiguration.StorageNode node, Map<String, ComputePlace> places) {
    for (SystemConfiguration.ComputeAccess access : node.computesAccess()) {
      if (access.name() != null && access.index() != null && access.index() >= 0) {
        places.putIfAbsent(
            access.name(), new ComputePlace(access.name(), node.name(), access.index()));
      }
    }
  }

  /** Where this compute is attached; empty when it is under no Rabbit. */
  public Optional<ComputePlace> place(String compute) {
    return Optional.ofNullable(places.get(compute));
  }

  /** The computes' Rabbits, in the computes' order, each once; computes under none add nothing. */
  public List<String> rabbitsOf(List<String> computes) {
    return computes.stream()
        .flatMap(compute -> place(compute).stream())
        .map(ComputePlace::rabbit)
        .distinct()
        .toList();
  }

  /** Those of the computes that are under no Rabbit: no container can run beside them. */
  public List<String> unknown(List<String> computes) {
    return computes.stream().filter(compute -> !places.containsKey(compute)).distinct().toList();
  }

  /** The places on this Rabbit of those of the computes that are attached to it, in their order. */
  public List<ComputePlace> placesOn(String rabbit, List<String> computes) {
    return computes.stream()
        .distinct()
        .flatMap(compute -> place(compute).stream())
        .filter(place -> place.rabbit().equals(rabbit))
        .toList();
  }
}
