package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import warren.api.SystemConfiguration;
import warren.plan.MachineLayout;

/**
 * The layout of the machine, computed again only when the SystemConfiguration has changed. Safe for
 * several threads.
 */
final class Machine {
  private record Computed(String resourceVersion, MachineLayout layout) {}

  private final Watches watches;
  private volatile Computed last;

  Machine(Watches watches) {
    this.watches = requireNonNull(watches, "watches");
  }

  /** The layout; empty if the cluster has no SystemConfiguration. */
  Optional<MachineLayout> layout() {
    return watches
        .systemConfigurations()
        .get(SystemConfiguration.DEFAULT, SystemConfiguration.DEFAULT)
        .map(this::layout);
  }

  private MachineLayout layout(SystemConfiguration system) {
    String version = system.getMetadata().getResourceVersion();
    Computed computed = last;
    if (computed == null || !computed.resourceVersion().equals(version)) {
      computed = new Computed(version, MachineLayout.of(system));
      last = computed;
    }
    return computed.layout();
  }
}
