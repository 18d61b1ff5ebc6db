package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {

  @Test
  void what_was_removed_and_what_stays_is_said() {
    Removed kept = new Removed(List.of("a", "b"), 1, 0, List.of(Path.of("/x")));
    assertThat(kept.text().lines()).startsWith("Removed containers a, b; its network; folder /x.");
    assertThat(kept.text()).contains("warren-local/*", "~/.cache/warren/images", "To remove");
    assertThat(
            Removed.all(List.of(kept, new Removed(List.of(), 1, 2, List.of(Path.of("/y")))))
                .text()
                .lines())
        .startsWith("Removed containers a, b; 2 networks; 2 volumes; folder /x; folder /y.");
    assertThat(Removed.all(List.of()).text()).isEqualTo("Nothing of the cluster was there.");
  }

  @Test
  void progress_is_shown_in_lines() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Progress progress = Progress.to(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    progress.step("making it");
    progress.line("almost");
    progress.done("making it", Duration.ofMillis(1250));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("making it …\n  almost\nmaking it: 1.3 s\n");
  }

  @Test
  void a_step_that_fails_is_never_done() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Progress progress = Progress.to(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> progress.during("making it", ReportsTest::fail));
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("making it …\n");
  }

  @Test
  void only_the_end_of_a_log_is_kept() {
    LastLines lines = new LastLines();
    for (int i = 0; i < 20; i++) {
      lines.add("line " + i + "\n\n");
    }
    assertThat(lines.text().lines()).hasSize(15).startsWith("line 5").endsWith("line 19");
  }

  @Test
  void a_node_that_does_not_exist_is_named_with_those_that_do() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> Member.node("rabbit-7"))
        .withMessage(
            "The local cluster has no node rabbit-7: its nodes are server, rabbit-0, rabbit-1.");
  }

  private static void fail() {
    throw new ClusterException("no");
  }
}
