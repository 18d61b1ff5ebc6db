package warren.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PlacementTest {
  static Stream<Arguments> cases() {
    Secret today = secret("kubernetes.io/dockerconfigjson").build();
    Secret frozen = secret("kubernetes.io/dockerconfigjson").withImmutable(true).build();
    Secret old = secret("kubernetes.io/dockercfg").build();
    Secret other = secret("kubernetes.io/tls").build();
    Placement there =
        new Placement.Refuse(
            "secret pull in namespace nnf-system exists already; to replace it, say --replace");
    Placement noPullSecret =
        new Placement.Refuse(
            "secret pull in namespace nnf-system exists already and is no pull secret, but of type"
                + " kubernetes.io/tls; take another name, or delete it first");
    return Stream.of(
        Arguments.of(null, false, new Placement.Create()),
        Arguments.of(null, true, new Placement.Create()),
        Arguments.of(today, false, there),
        Arguments.of(today, true, new Placement.Update("7")),
        Arguments.of(frozen, true, new Placement.Recreate()),
        Arguments.of(old, false, there),
        Arguments.of(old, true, new Placement.Recreate()),
        Arguments.of(other, false, noPullSecret),
        Arguments.of(other, true, noPullSecret));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onlyAPullSecretIsReplacedAndOnlyWhenAsked(
      Secret there, boolean replace, Placement expected) {
    assertThat(Placement.of(Optional.ofNullable(there), replace)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "registry.example.org:5000/dean, ''",
    "https://index.docker.io/v1/,    ''",
    "ftp://registry.example.org,     it names no host",
    "dean:secret@registry.example,   a user name or password does not belong there",
    "registry.example.org?x=y,       'it is a host, a port and a path at most'",
    "'two words',                    it is no host name"
  })
  void aServerIsAHostAPortAndAPath(String server, String problem) {
    assertThat(ServerName.problem(server).orElse("")).isEqualTo(problem);
  }

  private static SecretBuilder secret(String type) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace("nnf-system")
        .withName("pull")
        .withResourceVersion("7")
        .endMetadata()
        .withType(type);
  }
}
