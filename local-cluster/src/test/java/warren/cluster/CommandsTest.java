package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final Commands commands = new Commands(Map.of("GREETING", "hello"));

  @Test
  void feeds_standard_input_and_keeps_both_outputs_apart() {
    CommandResult result =
        commands.run(List.of("sh", "-c", "cat; echo $GREETING >&2; exit 3"), "in");
    assertThat(result).isEqualTo(new CommandResult(3, "in", "hello\n"));
  }

  @Test
  void takes_a_program_that_does_not_read_what_it_is_given() {
    assertThat(commands.run(List.of("true"), "x".repeat(1 << 20)).ok()).isTrue();
  }

  @Test
  void takes_more_output_than_a_pipe_holds_on_both_streams() {
    CommandResult result =
        commands.run(
            List.of("sh", "-c", "head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2"), "");
    assertThat(result.stdout()).hasSize(300_000);
    assertThat(result.stderr()).hasSize(300_000);
  }

  @Test
  void hands_over_lines_one_by_one() {
    List<String> lines = new ArrayList<>();
    CommandResult result =
        commands.follow(List.of("sh", "-c", "echo a; echo b; echo wrong >&2"), lines::add);
    assertThat(lines).containsExactly("a", "b");
    assertThat(result.stderr()).isEqualTo("wrong\n");
  }

  @Test
  void says_which_program_is_not_there() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> commands.run(List.of("/nonexistent/program"), ""))
        .withMessageContaining("Could not run /nonexistent/program");
  }

  @Test
  void tells_a_failure_with_the_last_words_of_the_program() {
    assertThat(new CommandResult(0, " out \n", "").orThrow("It failed")).isEqualTo("out");
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> new CommandResult(2, "out", "no space\n").orThrow("It failed"))
        .withMessage("It failed (exit status 2): no space");
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> new CommandResult(2, "", "").orThrow("It failed"))
        .withMessage("It failed (exit status 2): it said nothing");
  }
}
