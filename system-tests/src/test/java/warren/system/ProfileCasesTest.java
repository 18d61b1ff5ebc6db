package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every good and bad profile of profile-engine's folder of cases, at the door of the real API
 * server: the verdict is lint's. What the webhook refuses it refuses in lint's words; what the
 * definition's schema and its rules refuse before that, in words that are approved.
 */
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileCasesTest {
  private static final String FOLDER = "profile-engine/src/test/resources/warren/profile/cases";
  private static final Path APPROVED =
      Path.of("src/test/resources/warren/system/refused-by-the-definition.txt");
  private static final Path ACTUAL = Path.of("target/refused-by-the-definition.txt");
  private static final String WEBHOOK = "admission webhook \"profiles.warren.internal\" denied";

  private final Lab lab;

  ProfileCasesTest(Lab lab) {
    this.lab = lab;
  }

  /** A profile of the folder, and what lint says of it. */
  private record Case(String name, String manifest, String verdict, List<String> errors) {
    static Case read(Path yaml) {
      String name = yaml.getFileName().toString().replaceFirst("\\.yaml$", "");
      try {
        List<String> told = Files.readAllLines(yaml.resolveSibling(name + ".expected"));
        return new Case(
            name,
            Files.readString(yaml),
            told.getFirst(),
            told.stream()
                .filter(line -> line.startsWith("error "))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void theVerdictIsLints() throws IOException {
    List<String> wrong = new ArrayList<>();
    StringBuilder definition = new StringBuilder();
    for (Case profile : cases()) {
      Optional<String> refusal = refusal(profile);
      if (refusal.isPresent() != profile.verdict().equals("refused")) {
        wrong.add(profile.name() + ": lint says " + profile.verdict() + ", the server " + refusal);
      } else if (refusal.isPresent() && refusal.get().contains(WEBHOOK)) {
        profile.errors().stream()
            .filter(error -> !refusal.get().contains(error))
            .forEach(error -> wrong.add(profile.name() + " does not say: " + error));
      } else if (refusal.isPresent()) {
        definition.append(profile.name()).append(": ").append(refusal.get()).append('\n');
      }
    }
    assertThat(wrong).isEmpty();
    // Left beside the reports, to be compared with, or copied over, what was approved.
    Files.writeString(ACTUAL, definition);
    assertThat(definition.toString()).isEqualTo(Files.readString(APPROVED));
  }

  private List<Case> cases() throws IOException {
    try (Stream<Path> files = Files.list(lab.checkout().root().resolve(FOLDER))) {
      List<Case> cases =
          files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(Case::read).toList();
      assertThat(cases).hasSizeGreaterThanOrEqualTo(80);
      return cases;
    }
  }

  /** What the API server says against it; nothing is kept. */
  private Optional<String> refusal(Case profile) {
    try {
      lab.client().resource(profile.manifest()).dryRun(true).create();
      return Optional.empty();
    } catch (KubernetesClientException refused) {
      assertThat(refused.getStatus()).as(profile.name()).isNotNull();
      return Optional.of(refused.getStatus().getMessage());
    }
  }
}
