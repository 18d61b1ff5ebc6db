package warren.cli.install;

import java.util.List;

/** The layout of the local machine: one compute, {@code compute-<i>}, on each Rabbit. */
final class MachineManifest {
  private MachineManifest() {}

  /** SystemConfiguration default/default as YAML. */
  static String of(List<String> rabbits) {
    StringBuilder manifest =
        new StringBuilder(
            """
            apiVersion: dataworkflowservices.github.io/v1alpha7
            kind: SystemConfiguration
            metadata:
              name: default
              namespace: default
            spec:
              storageNodes:
            """);
    for (int i = 0; i < rabbits.size(); i++) {
      manifest.append(
          """
            - type: Rabbit
              name: %s
              computesAccess:
              - name: compute-%d
                index: 0
          """
              .formatted(rabbits.get(i), i));
    }
    return manifest.toString();
  }
}
