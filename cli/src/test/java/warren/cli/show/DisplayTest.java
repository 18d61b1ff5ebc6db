package warren.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.client.Condition;
import warren.client.WorkflowView;
import warren.dw.WorkflowState;

class DisplayTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private static WorkflowView view(boolean ready, String... messages) {
    return new WorkflowView(
        "default",
        "w",
        Optional.of(WorkflowState.SETUP),
        ready,
        ready ? Condition.COMPLETED : Condition.DRIVER_WAIT,
        Duration.ZERO,
        Optional.empty(),
        List.of(messages).stream()
            .map(text -> new WorkflowView.DirectiveMessage(0, "d", false, text))
            .toList(),
        List.of());
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void plainLinesAreSaidOnceEach() {
    try (PlainDisplay display = new PlainDisplay(out, CLOCK)) {
      display.show(view(false, "waiting for storage"));
      display.show(view(false, "waiting for storage"));
      display.show(view(true));
      display.print(List.of("job.sh:1:1: error"));
    }

    assertThat(shown())
        .isEqualTo(
            """
            +   0.0 s  Setup: waiting
            +   0.0 s  Setup: waiting for storage
            +   0.0 s  Setup: reached
            job.sh:1:1: error
            """);
  }

  @Test
  void aLiveBlockIsReplacedAndGoneAtTheEnd() {
    try (LiveDisplay display = new LiveDisplay(out, CLOCK, new Terminal(40, 10, Ink.PLAIN))) {
      display.show(view(false, "a message that is longer than the terminal is wide"));
      display.say("a line");
    }

    assertThat(shown())
        .contains("Setup: waiting  0.0 s of 0.0 s\n  a message that is longer than the te…\n")
        .contains("\u001b[2A\r\u001b[Ja line\n")
        .endsWith("\u001b[2A\r\u001b[J");
  }

  @Test
  void aPausedTerminalBelongsToTheScript() {
    try (LiveDisplay display = new LiveDisplay(out, CLOCK, new Terminal(40, 10, new Ink(true)))) {
      display.pause();
      display.show(view(false));
      assertThat(shown()).isEmpty();
      display.resume();
      assertThat(shown()).startsWith("\u001b[1mSetup: waiting");
    }
  }
}
