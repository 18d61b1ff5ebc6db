package warren.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warren.cli.secret.FakeRegistry.Scheme;
import warren.cli.secret.Registries.Answer;
import warren.pull.RegistryLogin;

final class RegistryApiTest {
  private static final String NAME = "registry.example:5000";
  private static final Optional<RegistryLogin> DEAN =
      Optional.of(new RegistryLogin(NAME, "dean", "hunter2"));
  private static final Optional<RegistryLogin> MALLORY =
      Optional.of(new RegistryLogin(NAME, "dean", "guessed"));

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void whoMayPullFindsTheImageWhateverTheChallenge(Scheme scheme) throws IOException {
    try (FakeRegistry registry = new FakeRegistry(scheme)) {
      assertThat(ask(registry, "dean/app:1", DEAN)).isInstanceOf(Answer.Found.class);
      assertThat(ask(registry, "dean/app:2", DEAN)).isEqualTo(new Answer.Missing());
      assertThat(registry.requests()).contains("GET /v2/dean/app/manifests/1");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BASIC", "BEARER"})
  void othersLearnNothing(Scheme scheme) throws IOException {
    try (FakeRegistry registry = new FakeRegistry(scheme)) {
      assertThat(ask(registry, "dean/app:1", MALLORY)).isEqualTo(new Answer.Unauthorized());
      assertThat(ask(registry, "dean/app:1", Optional.empty()))
          .isEqualTo(new Answer.Unauthorized());
      // What was found out with a good login is not for the next one.
      assertThat(ask(registry, "dean/app:1", DEAN)).isInstanceOf(Answer.Found.class);
      assertThat(ask(registry, "dean/app:1", MALLORY)).isEqualTo(new Answer.Unauthorized());
    }
  }

  @Test
  void anOpenRegistryNeedsNoLogin() throws IOException {
    try (FakeRegistry registry = new FakeRegistry(Scheme.NOBODY)) {
      assertThat(ask(registry, "dean/app:1", Optional.empty())).isInstanceOf(Answer.Found.class);
    }
  }

  @Test
  void aRegistryThatDoesNotAnswerIsNamedWithItsAddress() throws IOException {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    assertThat(ask(closed, "dean/app:1", DEAN))
        .isInstanceOfSatisfying(
            Answer.NoAnswer.class,
            silence -> assertThat(silence.address()).isEqualTo(closed.toString()));
  }

  @Test
  void httpIsSpokenOnlyWhereItIsDeclared() throws IOException {
    try (FakeRegistry registry = new FakeRegistry(Scheme.BASIC)) {
      URI pretended = URI.create("https://" + registry.address().getAuthority());

      assertThat(ask(pretended, "dean/app:1", DEAN)).isInstanceOf(Answer.NoAnswer.class);
      assertThat(registry.requests()).isEmpty();
    }
  }

  private static Answer ask(FakeRegistry registry, String image, Optional<RegistryLogin> login) {
    return ask(registry.address(), image, login);
  }

  private static Answer ask(URI address, String image, Optional<RegistryLogin> login) {
    return new RegistryApi(new Endpoints(Map.of(NAME, address)), Duration.ofSeconds(1))
        .ask(ImageName.of(NAME + "/" + image).orElseThrow(), login);
  }
}
