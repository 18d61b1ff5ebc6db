package warren.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import warren.client.Condition;
import warren.client.ContainerView;
import warren.client.PodView;
import warren.client.WorkflowView;
import warren.dw.WorkflowState;

class ViewTextTest {
  private static WorkflowView view(
      boolean ready,
      Condition condition,
      List<WorkflowView.DirectiveMessage> messages,
      PodView... pods) {
    return new WorkflowView(
        "default",
        "w",
        Optional.of(WorkflowState.PRE_RUN),
        ready,
        condition,
        Duration.ZERO,
        Optional.empty(),
        messages,
        List.of(pods));
  }

  private static PodView pod(ContainerView... containers) {
    return new PodView(
        "w-pod", Optional.of("rabbit-0"), "Pending", Optional.empty(), List.of(containers));
  }

  private static ContainerView container(
      ContainerView.Phase phase, String reason, OptionalInt exit, int restarts, String message) {
    return new ContainerView(
        "main",
        phase,
        Optional.of(reason).filter(text -> !text.isEmpty()),
        exit,
        restarts,
        Optional.of(message).filter(text -> !text.isEmpty()));
  }

  @Test
  void theHeadlineSaysStateAndProgress() {
    assertThat(ViewText.headline(view(false, Condition.DRIVER_WAIT, List.of())))
        .isEqualTo("PreRun: waiting");
    assertThat(ViewText.headline(view(true, Condition.COMPLETED, List.of())))
        .isEqualTo("PreRun: reached");
    assertThat(ViewText.headline(view(false, Condition.ERROR, List.of())))
        .isEqualTo("PreRun: failed");
  }

  @Test
  void messagesOfDriversComeOnceAndOnOneLine() {
    var message = new WorkflowView.DirectiveMessage(1, "warren-containers", false, "a\nb");

    assertThat(ViewText.facts(view(false, Condition.DRIVER_WAIT, List.of(message, message))))
        .containsExactly("a; b");
  }

  @Test
  void aPodTellsItsNodeAndEachContainer() {
    assertThat(
            ViewText.facts(
                view(
                    false,
                    Condition.DRIVER_WAIT,
                    List.of(),
                    pod(
                        container(ContainerView.Phase.RUNNING, "", OptionalInt.empty(), 0, ""),
                        container(
                            ContainerView.Phase.WAITING,
                            "ImagePullBackOff",
                            OptionalInt.empty(),
                            0,
                            "no such image")),
                    pod(
                        container(
                            ContainerView.Phase.ENDED, "Error", OptionalInt.of(3), 2, "boom")))))
        .containsExactly(
            "rabbit-0  w-pod  main running, main waiting (ImagePullBackOff): no such image",
            "rabbit-0  w-pod  main ended with 3, restarted 2 times");
  }

  @Test
  void aPodThatNoNodeTakesTellsWhy() {
    PodView pending =
        new PodView("w-pod", Optional.empty(), "Pending", Optional.of("0/3 nodes fit"), List.of());

    assertThat(ViewText.facts(view(false, Condition.DRIVER_WAIT, List.of(), pending)))
        .containsExactly("(no node yet)  w-pod  pending: 0/3 nodes fit");
  }

  @Test
  void spansAreSaidAsPeopleSayThem() {
    assertThat(ViewText.span(Duration.ofMillis(3_249))).isEqualTo("3.2 s");
    assertThat(ViewText.span(Duration.ofSeconds(245))).isEqualTo("4 min 05 s");
    assertThat(ViewText.span(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
  }
}
