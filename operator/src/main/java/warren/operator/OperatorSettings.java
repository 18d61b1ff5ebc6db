package warren.operator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import warren.names.Names;

/**
 * All that can be set, by environment variables.
 *
 * @param roles WARREN_ROLES: which parts of the protocol this operator plays; all by default
 * @param workflowNamespaces WARREN_WORKFLOW_NAMESPACES: where workflows are; {@code default} by
 *     default
 * @param profileNamespace WARREN_PROFILE_NAMESPACE: where the administrator keeps profiles
 * @param systemNamespace WARREN_SYSTEM_NAMESPACE: where the operator itself runs
 * @param sharedRoot WARREN_SHARED_ROOT: on every node, a folder that all nodes share
 * @param localRoot WARREN_LOCAL_ROOT: on every Rabbit, a folder of its own
 * @param image WARREN_IMAGE: the operator's own image; must be given
 * @param identity POD_NAME: who leads; must be given
 */
record OperatorSettings(
    Set<Role> roles,
    Set<String> workflowNamespaces,
    String profileNamespace,
    String systemNamespace,
    Path sharedRoot,
    Path localRoot,
    String image,
    String identity) {
  /** A part of the protocol. */
  enum Role {
    WORKFLOWS("workflows"),
    STORAGE("storage"),
    CONTAINERS("containers");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    static Role of(String word) {
      return Arrays.stream(values())
          .filter(role -> role.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "WARREN_ROLES: there is no role '"
                          + word
                          + "'; there are workflows, storage and containers."));
    }
  }

  OperatorSettings {
    roles = Set.copyOf(roles);
    workflowNamespaces = Set.copyOf(workflowNamespaces);
    if (workflowNamespaces.isEmpty()) {
      throw new IllegalArgumentException(
          "WARREN_WORKFLOW_NAMESPACES: name at least one namespace.");
    }
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with a sentence that names the variable
   */
  static OperatorSettings from(Map<String, String> environment) {
    return new OperatorSettings(
        words(environment.getOrDefault("WARREN_ROLES", "workflows,storage,containers")).stream()
            .map(Role::of)
            .collect(Collectors.toSet()),
        new LinkedHashSet<>(
            words(environment.getOrDefault("WARREN_WORKFLOW_NAMESPACES", "default"))),
        environment.getOrDefault("WARREN_PROFILE_NAMESPACE", Names.PROFILE_NAMESPACE),
        environment.getOrDefault("WARREN_SYSTEM_NAMESPACE", Names.SYSTEM_NAMESPACE),
        Path.of(environment.getOrDefault("WARREN_SHARED_ROOT", "/mnt/warren/shared")),
        Path.of(environment.getOrDefault("WARREN_LOCAL_ROOT", "/mnt/warren/local")),
        given(environment, "WARREN_IMAGE"),
        given(environment, "POD_NAME"));
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String given(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " has to be set; the deployment does so.");
    }
    return value;
  }
}
