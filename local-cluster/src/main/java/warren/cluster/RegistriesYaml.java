package warren.cluster;

/** The k3s configuration that tells the container runtime of a node about the private registry. */
final class RegistriesYaml {
  /** Where k3s reads it. */
  static final String PATH = "/etc/rancher/k3s/registries.yaml";

  private RegistriesYaml() {}

  /** Plain HTTP and no credentials: whoever pulls must bring a pull secret. */
  static String text(String registry) {
    return """
        mirrors:
          "%1$s":
            endpoint:
              - "http://%1$s"
        """
        .formatted(registry);
  }
}
