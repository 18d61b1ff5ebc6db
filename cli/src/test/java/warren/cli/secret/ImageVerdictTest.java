package warren.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warren.cli.ExitStatus;
import warren.cli.secret.Registries.Answer;
import warren.pull.RegistryLogin;

final class ImageVerdictTest {
  private static final String IMAGE = "r.example:5000/dean/app:1";
  private static final Answer FOUND = new Answer.Found("sha256:abc");
  private static final Answer MISSING = new Answer.Missing();
  private static final Answer UNAUTHORIZED = new Answer.Unauthorized();
  private static final Answer SILENT =
      new Answer.NoAnswer("https://r.example:5000", "connection refused");
  private static final String UNKNOWN =
      ": not known, as the registry does not answer at https://r.example:5000 (connection"
          + " refused); nodes may reach it elsewhere: if you know where, say --endpoint"
          + " r.example:5000=URL";

  /** By user, what the registry answers; and what is made of it. */
  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            List.of("dean"),
            Map.of("dean", FOUND),
            ": found with the pull secret 'of-dean' (sha256:abc)",
            ExitStatus.OK),
        Arguments.of(
            List.of("mallory", "dean"),
            Map.of("mallory", UNAUTHORIZED, "dean", FOUND),
            ": found with the pull secret 'of-dean' (sha256:abc)",
            ExitStatus.OK),
        Arguments.of(
            List.of("dean"),
            Map.of("dean", MISSING),
            ": does not exist; push it, or correct the name in the profile",
            ExitStatus.REFUSED),
        Arguments.of(
            List.of("dean", "mallory"),
            // Not as nobody: a node that has credentials does not try without.
            Map.of("dean", UNAUTHORIZED, "mallory", UNAUTHORIZED, "", FOUND),
            ": the registry refuses the credentials of the pull secret 'of-dean', 'of-mallory', or"
                + " there is no such image",
            ExitStatus.REFUSED),
        Arguments.of(
            List.of("dean", "mallory"),
            Map.of("dean", UNAUTHORIZED, "mallory", SILENT),
            UNKNOWN,
            ExitStatus.TROUBLE),
        Arguments.of(
            List.of(),
            Map.of("", FOUND),
            ": found without credentials (sha256:abc)",
            ExitStatus.OK),
        Arguments.of(
            List.of(),
            Map.of("", UNAUTHORIZED),
            ": the registry wants credentials, and none for r.example:5000/dean/app are in the"
                + " profile's pull secrets 'elsewhere'",
            ExitStatus.REFUSED),
        Arguments.of(
            List.of(),
            Map.of("", MISSING),
            ": does not exist; push it, or correct the name in the profile",
            ExitStatus.REFUSED),
        Arguments.of(List.of(), Map.of("", SILENT), UNKNOWN, ExitStatus.TROUBLE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatTheRegistrySaysToEachLoginMakesTheVerdict(
      List<String> users, Map<String, Answer> answers, String sentence, int status) {
    Keyring keyring =
        new Keyring(
            users.stream()
                .map(
                    user ->
                        new Keyring.Key(
                            "of-" + user, new RegistryLogin("r.example:5000", user, "x")))
                .toList());

    assertThat(
            ImageVerdict.of(
                IMAGE,
                List.of("elsewhere"),
                keyring,
                (image, login) -> answers.get(login.map(RegistryLogin::username).orElse(""))))
        .isEqualTo(new ImageVerdict(IMAGE + sentence, status));
  }

  @Test
  void withoutAnyPullSecretThatIsWhatIsSaid() {
    assertThat(
            ImageVerdict.of(
                    IMAGE, List.of(), new Keyring(List.of()), (image, login) -> UNAUTHORIZED)
                .sentence())
        .endsWith(": the registry wants credentials, and the profile names no pull secret");
  }

  @Test
  void whatIsNoImagesNameIsSaidWithoutAsking() {
    assertThat(
            ImageVerdict.of(
                "No:Such:Name",
                List.of(),
                new Keyring(List.of()),
                (image, login) -> {
                  throw new AssertionError("nobody is to be asked");
                }))
        .isEqualTo(
            new ImageVerdict("No:Such:Name: is not the name of an image", ExitStatus.REFUSED));
  }
}
