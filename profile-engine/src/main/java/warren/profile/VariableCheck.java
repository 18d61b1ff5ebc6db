package warren.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import warren.dw.Nearest;
import warren.profile.VariableReferences.Reference;

/**
 * Finds variables that the command, the arguments and the variables of a container name, and that
 * nobody sets or replaces. The program would get the name instead of the value.
 *
 * @param given the variables that every such container gets, whatever its profile says
 */
record VariableCheck(Set<String> given) {
  /** Names that can only be meant for variables of a job, also where a shell reads them. */
  private static final Pattern OF_A_JOB =
      Pattern.compile("(DW_(JOB|PERSISTENT|GLOBAL|WORKFLOW)_|NNF_).*");

  /** Variables that Kubernetes sets for its own API server. */
  private static final String KUBERNETES = "KUBERNETES_";

  private static final String PORTS = "NNF_CONTAINER_PORTS";

  VariableCheck {
    given = Set.copyOf(given);
  }

  /** Checks a container; items that are no texts are left to others. */
  void check(Payload container) {
    Container here = new Container(container, new TreeSet<>(given), new HashSet<>());
    here.checkVariables();
    here.checkWords();
  }

  /**
   * One container while it is checked.
   *
   * @param known the variables that it has
   * @param told what was said, so that nothing is said twice of one field
   */
  private record Container(Payload payload, Set<String> known, Set<String> told) {
    /** The kubelet replaces in a variable what stands before it. */
    void checkVariables() {
      for (Payload variable : payload.objects("env")) {
        String value = variable.node().path("value").asText("");
        VariableReferences.of(value).stream()
            .filter(Reference::byKubelet)
            .forEach(reference -> checkUnknown(variable.pathOf("value"), reference, false));
        known.add(variable.node().path("name").asText());
      }
    }

    void checkWords() {
      List<String> command = texts("command");
      List<String> args = texts("args");
      List<String> words = new ArrayList<>(command);
      words.addAll(args);
      for (int i = 0; i < words.size(); i++) {
        boolean inCommand = i < command.size();
        String field =
            payload.pathOf(inCommand ? "command" : "args")
                + "[%d]".formatted(inCommand ? i : i - command.size());
        // Without a command the image decides who reads the arguments, which may be a shell.
        boolean script =
            VariableReferences.isScript(words, i)
                || (command.isEmpty() && words.get(i).chars().anyMatch(Character::isWhitespace));
        check(field, words.get(i), script);
      }
    }

    private List<String> texts(String field) {
      List<String> texts = new ArrayList<>();
      for (JsonNode item : payload.node().path(field)) {
        texts.add(item.asText(""));
      }
      return texts;
    }

    private void check(String field, String text, boolean script) {
      for (Reference reference : VariableReferences.of(text)) {
        if (reference.byKubelet()) {
          checkUnknown(field, reference, script);
        } else if (!script) {
          checkUnreplaced(field, reference);
        } else if (OF_A_JOB.matcher(reference.name()).matches()
            && !text.contains(reference.name() + "=")) {
          checkUnknown(field, reference, true);
        }
      }
    }

    /** In a script, {@code $(date)} is a command: only what looks like a variable is one. */
    private void checkUnknown(String field, Reference reference, boolean script) {
      String name = reference.name();
      boolean open = script || payload.has("envFrom");
      boolean meant = OF_A_JOB.matcher(name).matches() || (script && near(name).isPresent());
      if (!isKnown(name) && (meant || !open)) {
        tell(
            field,
            reference,
            "names " + reference.written() + ", a variable that nobody sets",
            name.startsWith(PORTS)
                ? "Warren gives no ports of the nodes to containers: choose a port in the program."
                : near(name)
                    .map(near -> "Did you mean " + reference.written().replace(name, near) + "?")
                    .orElse("Name the storage in 'storages', or set the variable in 'env'."));
      }
    }

    private void checkUnreplaced(String field, Reference reference) {
      String name = reference.name();
      Optional<String> meant = isKnown(name) ? Optional.of(name) : near(name);
      if (meant.isPresent() || OF_A_JOB.matcher(name).matches()) {
        tell(
            field,
            reference,
            "has " + reference.written() + ", which only a shell replaces, and no shell reads it",
            meant
                .map(variable -> "Write $(" + variable + ").")
                .orElse("Write $(NAME) with a variable that the container has."));
      }
    }

    private boolean isKnown(String name) {
      return known.contains(name) || name.startsWith(KUBERNETES);
    }

    private Optional<String> near(String name) {
      return Nearest.of(name, known);
    }

    private void tell(String field, Reference reference, String fault, String hint) {
      if (told.add(field + " " + reference.written())) {
        payload.notes().variable(field, fault, hint);
      }
    }
  }
}
