package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The table was verified by hand on 2026-11-30 with OpenSSH 9.2p1: all its lines in one {@code
 * SetEnv}, once in the file and once as {@code -o SetEnv=}; {@code env -0} in a session printed
 * exactly these values.
 */
class SetEnvTest {
  static final List<Arguments> TABLE =
      List.of(
          line("plain", "A=plain"),
          line("", "A="),
          line("/mnt/nnf/0-1,a:b@c+d", "A=/mnt/nnf/0-1,a:b@c+d"),
          line("a=b=c", "A=a=b=c"),
          line("two words", "\"A=two words\""),
          line(" before and after ", "\"A= before and after \""),
          line("a\ttab", "\"A=a\ttab\""),
          line("say \"hi\"", "\"A=say \\\"hi\\\"\""),
          line("it's", "\"A=it's\""),
          line("#hash", "\"A=#hash\""),
          line("a # b", "\"A=a # b\""),
          line("$HOME", "\"A=$HOME\""),
          line("$(HOME)", "\"A=$(HOME)\""),
          line("100%h %% %u", "\"A=100%h %% %u\""),
          line("back\\slash", "\"A=back\\\\slash\""),
          line("end\\", "\"A=end\\\\\""),
          line("\\\"", "\"A=\\\\\\\"\""),
          line("\\' \\\\ \\n", "\"A=\\\\' \\\\\\\\ \\\\n\""),
          line("x\\ y", "\"A=x\\\\ y\""),
          line("`id`;|&<>*?~{}", "\"A=`id`;|&<>*?~{}\""),
          line("Grüße, 世界", "\"A=Grüße, 世界\""));

  private static Arguments line(String value, String argument) {
    return Arguments.of(value, argument);
  }

  @ParameterizedTest
  @FieldSource("TABLE")
  void aValueIsQuotedAsTheServerReadsIt(String value, String argument) {
    assertThat(SetEnv.inFile(List.of(new Variable.Text("A", value)))).isEqualTo(argument);
  }

  @ParameterizedTest
  @FieldSource("TABLE")
  void inACommandTheKubeletLeavesTheSame(String value, String argument) {
    String command = SetEnv.inCommand(List.of(new Variable.Text("A", value)));

    assertThat(expanded(command)).isEqualTo(argument);
  }

  @Test
  void onlyTheCommandTellsTheNode() {
    List<Variable> variables =
        List.of(
            new Variable.Text("A", "one"),
            new Variable.NodeName("NODE"),
            new Variable.Text("B", "the other"));

    assertThat(SetEnv.inFile(variables)).isEqualTo("A=one \"B=the other\"");
    assertThat(SetEnv.inCommand(variables)).isEqualTo("A=one NODE=$(NODE) \"B=the other\"");
  }

  @Test
  void whatTheServersFileCannotExpressIsNoValue() {
    for (String value : List.of("a\nb", "a\rb", "a\0b")) {
      assertThatThrownBy(() -> new Variable.Text("A", value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("A");
    }
  }

  /** What Kubernetes makes of an argument when no variable is defined. */
  private static String expanded(String argument) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      assertThat(argument.startsWith("$(", i)).as("a reference at %s", i).isFalse();
      result.append(c);
      if (argument.startsWith("$$", i)) {
        i++;
      }
    }
    return result.toString();
  }
}
