package warren.operator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import warren.dw.RuleBook;
import warren.names.Names;
import warren.operator.admission.certificates.Lifetimes;

/**
 * All that can be set, by environment variables.
 *
 * @param roles WARREN_ROLES: which parts of the protocol this operator plays; all by default
 * @param workflowNamespaces WARREN_WORKFLOW_NAMESPACES: where workflows are; {@code default} by
 *     default
 * @param systemNamespace WARREN_SYSTEM_NAMESPACE: where the operator itself runs
 * @param sharedRoot WARREN_SHARED_ROOT: on every node, a folder that all nodes share
 * @param localRoot WARREN_LOCAL_ROOT: on every Rabbit, a folder of its own
 * @param certificates WARREN_CERTIFICATE_LIFETIME: of the admission webhook's certificate, as ISO
 *     8601 writes durations; 90 days by default
 * @param containersPerJob WARREN_CONTAINERS_PER_JOB: how many container directives a job may have,
 *     from 1, the default, to 64
 * @param logFormat WARREN_LOG_FORMAT: {@code text}, the default, or {@code json}; read by
 *     logback.xml
 * @param identity POD_NAME: who leads; must be given
 */
record OperatorSettings(
    Set<Role> roles,
    Set<String> workflowNamespaces,
    String systemNamespace,
    Path sharedRoot,
    Path localRoot,
    Lifetimes certificates,
    int containersPerJob,
    LogFormat logFormat,
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

    static Optional<Role> of(String word) {
      return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
  }

  /** How the log is written. */
  enum LogFormat {
    TEXT,
    JSON
  }

  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  OperatorSettings {
    roles = Set.copyOf(roles);
    workflowNamespaces = Set.copyOf(workflowNamespaces);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with a line for each that makes no sense, which names the
   *     variable
   */
  static OperatorSettings from(Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    OperatorSettings settings =
        new OperatorSettings(
            roles(environment.getOrDefault("WARREN_ROLES", "workflows,storage,containers"), wrong),
            namespaces(environment.getOrDefault("WARREN_WORKFLOW_NAMESPACES", "default"), wrong),
            namespace(environment, "WARREN_SYSTEM_NAMESPACE", Names.SYSTEM_NAMESPACE, wrong),
            root(environment, "WARREN_SHARED_ROOT", "/mnt/warren/shared", wrong),
            root(environment, "WARREN_LOCAL_ROOT", "/mnt/warren/local", wrong),
            lifetimes(environment.getOrDefault("WARREN_CERTIFICATE_LIFETIME", "P90D"), wrong),
            containersPerJob(environment.getOrDefault("WARREN_CONTAINERS_PER_JOB", "1"), wrong),
            logFormat(environment.getOrDefault("WARREN_LOG_FORMAT", "text"), wrong),
            given(environment, "POD_NAME", wrong));
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
    return settings;
  }

  private static Set<Role> roles(String list, List<String> wrong) {
    List<String> words = words(list);
    words.stream()
        .filter(word -> Role.of(word).isEmpty())
        .forEach(
            word ->
                wrong.add(
                    "WARREN_ROLES: there is no role '"
                        + word
                        + "'; there are workflows, storage and containers."));
    if (words.isEmpty()) {
      wrong.add("WARREN_ROLES: name at least one of workflows, storage and containers.");
    }
    return words.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
  }

  private static Set<String> namespaces(String list, List<String> wrong) {
    List<String> words = words(list);
    words.forEach(word -> check("WARREN_WORKFLOW_NAMESPACES", word, wrong));
    if (words.isEmpty()) {
      wrong.add("WARREN_WORKFLOW_NAMESPACES: name at least one namespace.");
    }
    return Set.copyOf(new LinkedHashSet<>(words));
  }

  private static String namespace(
      Map<String, String> environment, String name, String otherwise, List<String> wrong) {
    String value = environment.getOrDefault(name, otherwise).strip();
    check(name, value, wrong);
    return value;
  }

  private static void check(String name, String namespace, List<String> wrong) {
    if (!NAMESPACE.matcher(namespace).matches()) {
      wrong.add(name + ": '" + namespace + "' is not the name of a namespace.");
    }
  }

  private static Path root(
      Map<String, String> environment, String name, String otherwise, List<String> wrong) {
    Path root = Path.of(environment.getOrDefault(name, otherwise));
    if (!root.isAbsolute() || !root.equals(root.normalize()) || root.getNameCount() == 0) {
      wrong.add(name + ": '" + root + "' is not the absolute path of a folder below /.");
    }
    return root;
  }

  private static Lifetimes lifetimes(String duration, List<String> wrong) {
    try {
      return new Lifetimes(Duration.parse(duration.strip()));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      wrong.add(
          "WARREN_CERTIFICATE_LIFETIME: '"
              + duration
              + "' is not a duration from PT12S to P365D, such as P90D or PT12H.");
      return new Lifetimes(Lifetimes.LONGEST);
    }
  }

  private static int containersPerJob(String number, List<String> wrong) {
    try {
      int limit = Integer.parseInt(number.strip());
      if (limit >= 1 && limit <= RuleBook.MOST_CONTAINERS) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    wrong.add(
        "WARREN_CONTAINERS_PER_JOB: '%s' is not a number from 1 to %s."
            .formatted(number, RuleBook.MOST_CONTAINERS));
    return 1;
  }

  /** Exactly as logback.xml compares the value. */
  private static LogFormat logFormat(String word, List<String> wrong) {
    return switch (word) {
      case "text" -> LogFormat.TEXT;
      case "json" -> LogFormat.JSON;
      default -> {
        wrong.add("WARREN_LOG_FORMAT: '" + word + "' is neither text nor json.");
        yield LogFormat.TEXT;
      }
    };
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String given(Map<String, String> environment, String name, List<String> wrong) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      wrong.add(name + ": has to be set; the deployment does so.");
    }
    return value;
  }
}
