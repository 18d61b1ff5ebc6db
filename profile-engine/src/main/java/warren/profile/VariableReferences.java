package warren.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that a text names: {@code $(NAME)}, which the kubelet replaces by the container's
 * variable, and {@code $NAME} or <code>${NAME}</code>, which only a shell replaces.
 */
final class VariableReferences {
  /** The kubelet takes two dollar signs for one, and replaces nothing behind them. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$\\$|\\$\\((?<kubelet>[A-Za-z_.-][A-Za-z0-9_.-]*)\\)"
              + "|\\$(?:\\{(?<braces>[A-Za-z_][A-Za-z0-9_]*)|(?<bare>[A-Za-z_][A-Za-z0-9_]*))");

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");

  private VariableReferences() {}

  /**
   * A variable that a text names.
   *
   * @param written as it stands in the text
   * @param byKubelet whether the kubelet replaces it, and no shell has to
   */
  record Reference(String name, String written, boolean byKubelet) {}

  /** The variables that a text names, in order. */
  static List<Reference> of(String text) {
    List<Reference> references = new ArrayList<>();
    Matcher match = REFERENCE.matcher(text);
    while (match.find()) {
      if (match.group("kubelet") != null) {
        references.add(new Reference(match.group("kubelet"), match.group(), true));
      } else if (match.group("braces") != null) {
        String name = match.group("braces");
        references.add(new Reference(name, "${" + name + "}", false));
      } else if (match.group("bare") != null) {
        references.add(new Reference(match.group("bare"), match.group(), false));
      }
    }
    return references;
  }

  /** Whether a word of a command line is the script that a shell gets by its option {@code -c}. */
  static boolean isScript(List<String> words, int index) {
    for (int shell = 0; shell < index - 1; shell++) {
      if (SHELLS.contains(words.get(shell).replaceFirst(".*/", ""))) {
        // Behind the shell there are only options, up to the one that ends in c.
        List<String> options = words.subList(shell + 1, index);
        return options.getLast().matches("-[A-Za-z]*c")
            && options.stream().allMatch(word -> word.startsWith("-") || word.equals("pipefail"));
      }
    }
    return false;
  }
}
