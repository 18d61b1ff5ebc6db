package warren.cli.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import warren.api.SystemConfiguration;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.FileTrouble;
import warren.dw.Finding;
import warren.plan.MachineLayout;
import warren.yaml.YamlText;
import warren.yaml.YamlTree;

/** The file of a machine's layout: a SystemConfiguration, as it stands in the cluster. */
final class MachineFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MachineFile() {}

  /**
   * Reads it.
   *
   * @throws CommandException when it cannot be read, or is none
   */
  static MachineLayout read(Path path) {
    YamlText text;
    try {
      text = YamlText.read(path.toString(), Files.readAllBytes(path));
    } catch (IOException unreadable) {
      throw stop(path, FileTrouble.reason(unreadable), unreadable);
    }
    for (Finding fault : text.findings()) {
      throw stop(path, fault.place().orElseThrow() + ": " + fault.message(), null);
    }
    return text.resources().stream()
        .map(object -> YamlTree.of(object).node())
        .filter(object -> object.path("kind").asText().equals("SystemConfiguration"))
        .findFirst()
        .map(
            object -> {
              try {
                return MachineLayout.of(JSON.treeToValue(object, SystemConfiguration.class));
              } catch (JsonProcessingException misshapen) {
                throw stop(path, "its SystemConfiguration has not the right form", misshapen);
              }
            })
        .orElseThrow(() -> stop(path, "it holds no SystemConfiguration", null));
  }

  private static CommandException stop(Path path, String why, Exception cause) {
    return new CommandException(
        ExitStatus.UNANSWERED, "the machine of " + path + " cannot be read: " + why, cause);
  }
}
