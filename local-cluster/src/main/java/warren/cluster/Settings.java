package warren.cluster;

import java.util.Optional;

/**
 * A setting of the person who calls: an environment variable, or a system property of the same
 * name.
 */
final class Settings {
  private Settings() {}

  static Optional<String> of(String name) {
    return Optional.ofNullable(System.getenv(name))
        .or(() -> Optional.ofNullable(System.getProperty(name)))
        .filter(value -> !value.isBlank());
  }
}
