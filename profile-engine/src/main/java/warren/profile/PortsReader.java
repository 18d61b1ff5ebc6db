package warren.profile;

/** Checks what a profile asks of the nodes' ports. */
final class PortsReader {
  private PortsReader() {}

  /**
   * @param guide whether the profile is of the guide's shape
   */
  static void check(Payload payload, ProfileLimits limits, boolean guide) {
    if (!payload.flag("createContainer", true)) {
      payload.notes().unsupported("createContainer", "Warren runs a profile's containers itself");
    }
    long ports = payload.number("numPorts", 0, Integer.MAX_VALUE).orElse(0L);
    if (ports == 0) {
      return;
    }
    payload.notes().unsupported("numPorts", "Warren gives no ports of the nodes to containers");
    if (guide) {
      payload
          .notes()
          .unwise(
              "numPorts",
              "is taken as ports for each container; upstream's v1alpha1 meant a total",
              "Divide it by the number of containers.");
    }
    if (ports > limits.portsPerContainer().orElse(Integer.MAX_VALUE)) {
      payload
          .notes()
          .invalid(
              "numPorts",
              "is "
                  + ports
                  + ", and limits.portsPerContainer allows "
                  + limits.portsPerContainer().getAsInt(),
              "Change one of the two.");
    }
  }
}
