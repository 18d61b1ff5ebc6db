package warren.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.cli.CommandException;
import warren.pull.RegistryLogin;

final class DockerConfigFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "r.example:5000,              r.example:5000",
    "https://r.example:5000,      r.example:5000",
    "https://index.docker.io/v1/, docker.io",
    "docker.io,                   https://index.docker.io/v1/"
  })
  void theLoginOfThatRegistryAloneIsTaken(String written, String asked) throws IOException {
    Path file =
        file("{'auths':{'other':{'auth':'b3RoZXI6eA=='},'" + written + "':{'auth':'ZGVhbjp4'}}}");

    assertThat(DockerConfigFile.login(file, asked))
        .isEqualTo(new RegistryLogin(asked, "dean", "x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hunter2                                                    | is no JSON
          {'auths':{}}                                               | has no login for r; it has none; log in first: docker login r
          {'auths':{'a':{},'b':{}}}                                  | has no login for r; it has those for a, b; log in first
          {'auths':{'r':{}},'credsStore':'desktop'}                  | keeps the password for r elsewhere, in the credential helper 'desktop'; give it with --password-stdin
          {'auths':{'r':{}},'credHelpers':{'r':'pass'}}              | in the credential helper 'pass'
          {'auths':{'r':{'auth':'ZGVhbjp4','identitytoken':'h2'}}}   | has an identity token for r, which nodes cannot use
          {'auths':{'r':{'auth':'aHVudGVyMg=='}}}                    | is no use: its login for 'r' has neither
          """)
  void aFileThatIsNoUseIsToldWithoutItsContent(String content, String why) throws IOException {
    Path file = file(content);

    assertThatThrownBy(() -> DockerConfigFile.login(file, "r"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why)
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> DockerConfigFile.login(folder.resolve("none"), "r"))
        .hasMessageContaining(folder.resolve("none") + " cannot be read");
  }

  @Test
  void itIsWhereDockerPutsIt() {
    Path home = Path.of("/home/dean");

    assertThat(DockerConfigFile.usual(Map.of(), home))
        .hasToString("/home/dean/.docker/config.json");
    assertThat(DockerConfigFile.usual(Map.of("DOCKER_CONFIG", "/etc/docker"), home))
        .hasToString("/etc/docker/config.json");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("config.json"), content.replace('\'', '"'));
  }
}
