package warren.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The administrators' guide names the operator's settings and their defaults as they are. */
class DocsTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (?:`([^`]*)`|must be given) \\|");

  @Test
  void everySettingIsInTheGuideWithItsDefault() throws IOException {
    Path guide = home().resolve("docs/administrator.md");
    String settings = section(Files.readString(guide, StandardCharsets.UTF_8));

    Map<String, String> documented =
        ROW.matcher(settings)
            .results()
            .collect(
                Collectors.toMap(
                    row -> row.group(1), row -> Optional.ofNullable(row.group(2)).orElse("")));
    assertThat(documented).isEqualTo(asked());
  }

  private static String section(String guide) {
    return guide
        .replaceFirst("(?s).*?\n## Settings of the operator\n", "")
        .replaceFirst("(?s)\n## .*", "");
  }

  private static Path home() {
    return Path.of(
        Optional.ofNullable(System.getProperty("warren.home"))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the system property warren.home has to name the checkout: Maven sets it,"
                            + " an IDE needs -Dwarren.home=FOLDER")));
  }

  /** What the operator asks its environment for, with the defaults; empty for what must be set. */
  private static Map<String, String> asked() {
    Asked environment = new Asked();
    OperatorSettings.from(environment);
    return environment.defaults;
  }

  /** An environment in which nothing is set that has a default. */
  private static final class Asked extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, String> defaults = new LinkedHashMap<>();

    @Override
    public String getOrDefault(Object name, String otherwise) {
      defaults.put((String) name, otherwise);
      return otherwise.isEmpty() ? "given" : otherwise;
    }
  }
}
