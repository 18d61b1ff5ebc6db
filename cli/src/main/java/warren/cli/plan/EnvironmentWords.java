package warren.cli.plan;

import java.util.List;
import java.util.stream.Stream;
import warren.launch.Setting;
import warren.launch.Variable;

/** The variables that Warren sets in every container of a directive, as a person writes them. */
final class EnvironmentWords {
  private EnvironmentWords() {}

  static List<String> of(Setting setting) {
    return Stream.concat(
            setting.variables().stream().map(EnvironmentWords::word),
            setting.defaults().stream()
                .map(variable -> word(variable) + " unless the profile sets it"))
        .toList();
  }

  private static String word(Variable variable) {
    return switch (variable) {
      case Variable.Text(String name, String value) -> name + "=" + value;
      case Variable.NodeName(String name) -> name + "=<the Rabbit it runs on>";
    };
  }
}
