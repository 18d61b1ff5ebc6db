package warren.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.pull.RegistryLogin;

final class KeyringTest {
  @ParameterizedTest
  @CsvSource({
    "registry.example.org,             registry.example.org/dean/app:1,      true",
    "https://registry.example.org,     registry.example.org/dean/app:1,      true",
    "http://registry.example.org/,     registry.example.org/dean/app:1,      true",
    "https://registry.example.org/v1/, registry.example.org/dean/app:1,      true",
    "https://registry.example.org/v2/, registry.example.org/dean/app:1,      true",
    "registry.example.org,             registry.example.org:5000/dean/app:1, false",
    "registry.example.org:5000,        registry.example.org:5000/dean/app:1, true",
    "registry.example.org:5000,        registry.example.org/dean/app:1,      false",
    "registry.example.org/dean,        registry.example.org/dean/app:1,      true",
    "registry.example.org/dean/app,    registry.example.org/dean/app:1,      true",
    "registry.example.org/de,          registry.example.org/dean/app:1,      true",
    "registry.example.org/other,       registry.example.org/dean/app:1,      false",
    "registry.example.org/v2/dean,     registry.example.org/dean/app:1,      true",
    "*.example.org,                    registry.example.org/dean/app:1,      true",
    "reg*.example.org,                 registry.example.org/dean/app:1,      true",
    "*.org,                            registry.example.org/dean/app:1,      false",
    "example.org,                      registry.example.org/dean/app:1,      false",
    "https://index.docker.io/v1/,      debian,                               true",
    "https://index.docker.io/v1/,      docker.io/library/debian:12,          true",
    "docker.io,                        debian,                               true",
    "https://index.docker.io/v1/,      registry.example.org/debian,          false",
    "'not a host',                     registry.example.org/dean/app:1,      false",
  })
  void aLoginIsForTheImagesThatAKubeletTakesItFor(String server, String image, boolean opens) {
    assertThat(keys(image, server)).isEqualTo(opens ? List.of(server) : List.of());
  }

  @Test
  void longerPathsGoFirstAndEqualOnesInTheOrderOfTheSecrets() {
    assertThat(keys("r.example/dean/app", "r.example", "r.example/dean/app", "r.example/dean"))
        .containsExactly("r.example/dean/app", "r.example/dean", "r.example");
    assertThat(keys("r.example/dean/app", "https://r.example", "r.example"))
        .containsExactly("https://r.example", "r.example");
  }

  private static List<String> keys(String image, String... servers) {
    List<Keyring.Key> keys =
        Stream.of(servers)
            .map(server -> new Keyring.Key("pull", new RegistryLogin(server, "dean", "x")))
            .toList();
    return new Keyring(keys)
        .keysFor(ImageName.of(image).orElseThrow()).stream()
            .map(key -> key.login().server())
            .toList();
  }
}
