package warren.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import warren.api.NnfContainerProfile;

/** The administrators' guide shows what is really said of its profile. */
final class GuideTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "## Profiles are checked when they are written\n.*?```yaml\n(.*?)```\n\n```text\n(.*?)```",
          Pattern.DOTALL);

  @Test
  void theExampleIsRefusedInTheWordsShown() throws IOException {
    Path guide = Path.of(System.getProperty("warren.home")).resolve("docs/administrator.md");
    Matcher example = EXAMPLE.matcher(Files.readString(guide));
    assertThat(example.find()).isTrue();
    NnfContainerProfile profile =
        Serialization.unmarshal(example.group(1), NnfContainerProfile.class);
    Verdict verdict = new ProfileReview("nnf-system").of(profile, Optional.empty());

    List<String> said =
        Stream.concat(
                verdict.warnings().stream().map(warning -> "Warning: " + warning.sentence()),
                verdict.errors().stream().map(error -> error.sentence()))
            .toList();
    assertThat(example.group(2).lines().filter(line -> !line.startsWith("Error from server")))
        .containsExactlyElementsOf(said);
  }
}
