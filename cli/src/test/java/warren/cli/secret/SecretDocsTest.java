package warren.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import warren.cli.secret.Registries.Answer;
import warren.pull.PullSecretContent;
import warren.pull.RegistryLogin;

/** What docs/administrator.md shows of these commands is what they print. */
final class SecretDocsTest {
  private static final String SECRET = "readonly-red-rock-slushy";
  private static final String IMAGE = "registry.example.org/dean/red-rock-slushy:v1.0";
  private static final RegistryLogin LOGIN = new RegistryLogin("registry.example.org", "dean", "x");

  @Test
  void theSynopsisIsTheGuides() throws IOException {
    List<String> usage =
        new CommandLine(new SecretCommand())
            .getSubcommands()
            .get("create")
            .getUsageMessage(CommandLine.Help.Ansi.OFF)
            .lines()
            .toList();

    assertThat(guide()).contains(usage.get(0) + "\n" + usage.get(1) + "\n```");
  }

  @Test
  void theOutputIsTheGuides() throws IOException {
    FoundSecret secret =
        new FoundSecret(
            SECRET,
            List.of("default", "nnf-system"),
            Optional.of("nnf-system"),
            Optional.of(new PullSecretContent.Good(List.of(LOGIN))));
    String verdict = verdict(new Answer.Found("sha256:…"), true);

    assertThat(guide()).contains(secret.sentence() + "\n" + verdict + "\n");
  }

  @Test
  void theVerdictsAreTheGuides() throws IOException {
    Map<String, String> shown =
        Map.of(
            verdict(new Answer.Found("sha256:…"), false), "`found without credentials`",
            verdict(new Answer.Missing(), true), "does not exist; push it, or correct the name",
            verdict(new Answer.Unauthorized(), true), "the registry refuses the credentials of the",
            verdict(new Answer.Unauthorized(), false), "the registry wants credentials, and none",
            verdict(new Answer.NoAnswer("a", "b"), true), "not known, as the registry does not");

    for (Map.Entry<String, String> entry : shown.entrySet()) {
      assertThat(entry.getKey()).contains(entry.getValue().replace("`", ""));
      assertThat(guide()).contains(entry.getValue());
    }
  }

  private static String verdict(Answer answer, boolean withLogin) {
    Keyring keyring = new Keyring(withLogin ? List.of(new Keyring.Key(SECRET, LOGIN)) : List.of());
    return ImageVerdict.of(IMAGE, List.of(SECRET), keyring, (image, login) -> answer).sentence();
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of(System.getProperty("warren.home"), "docs/administrator.md"));
  }
}
