package warren.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import warren.dw.RuleBook;
import warren.dw.RuleObject;

/** The rules that a site installs are those that {@code warren check} has built in. */
final class ShippedRulesTest {
  @Test
  void theManifestSaysWhatIsBuiltIn() throws IOException {
    Path manifest = Path.of(System.getProperty("warren.home")).resolve("deploy/rules/warren.yaml");
    RuleFile file = RuleFile.read(manifest.toString(), Files.readAllBytes(manifest));

    assertThat(file.findings()).isEmpty();
    assertThat(file.objects())
        .singleElement()
        .satisfies(object -> assertThat(object.name()).isEqualTo("warren"))
        .extracting(RuleObject::rules)
        .isEqualTo(RuleBook.standard().objects().getFirst().rules());
    assertThat(RuleBook.of(file.objects()).objects()).isEqualTo(RuleBook.standard().objects());
  }
}
