package warren.launch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The arguments of the SSH server's {@code SetEnv}, quoted as the server splits them, in its
 * configuration file as well as in {@code -o SetEnv=...}.
 *
 * <p>OpenSSH splits at blanks and tabs. Quotes of either kind keep blanks together, a backslash
 * escapes a quote or a backslash, and {@code #} begins a comment where a word begins. Nothing else
 * is special: {@code $} and {@code %} stand for themselves. Each variable is one argument, since
 * the server reads only the first {@code SetEnv}.
 */
public final class SetEnv {
  /** Versions before 8.7 know no escapes, so an argument without need is written as it is. */
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]*");

  private SetEnv() {}

  /** The arguments for a file that serves all nodes: without the variables that name the node. */
  static String inFile(List<Variable> variables) {
    return variables.stream()
        .filter(Variable.Text.class::isInstance)
        .map(Variable.Text.class::cast)
        .map(SetEnv::argument)
        .collect(Collectors.joining(" "));
  }

  /**
   * The arguments for a container's command. The kubelet replaces the names of nodes, which need no
   * quotes, and nothing else: it would insert other values as they are, unquoted.
   */
  public static String inCommand(List<Variable> variables) {
    return variables.stream()
        .map(
            variable ->
                switch (variable) {
                  case Variable.Text text -> Variable.literal(argument(text));
                  case Variable.NodeName(String name) -> name + "=$(" + name + ")";
                })
        .collect(Collectors.joining(" "));
  }

  private static String argument(Variable.Text variable) {
    String text = variable.name() + "=" + variable.value();
    return BARE.matcher(text).matches()
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
