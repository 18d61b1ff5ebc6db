package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static warren.operator.Fixtures.entry;
import static warren.operator.Fixtures.in;
import static warren.operator.loop.SinglePass.NOW;
import static warren.operator.loop.SinglePass.storageDriver;
import static warren.operator.loop.SinglePass.storageEntry;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warren.api.Workflow;
import warren.dw.WorkflowState;
import warren.operator.decision.Decision;

/** One pass in which the work for a driver entry fails. */
final class FailedEntriesTest {
  private PassOnFake fake;

  @BeforeEach
  void start() throws IOException {
    fake = new PassOnFake();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void whatFailsForOneEntryIsToldAndStopsNoOther() {
    Workflow workflow =
        in(
            WorkflowState.SETUP,
            storageEntry(0, WorkflowState.SETUP),
            storageEntry(1, WorkflowState.SETUP));
    fake.takesWrites(workflow);

    Map<String, Instant> alarms =
        fake.pass(
                storageDriver(
                    entry -> {
                      if (entry.directive() == 0) {
                        throw new KubernetesClientException("secrets is forbidden", 403, null);
                      }
                      return Decision.done();
                    }))
            .over(workflow);

    assertThat(fake.written("/status/drivers/0/status").asText()).isEqualTo("TransientCondition");
    assertThat(fake.written("/status/drivers/0/message").asText())
        .contains("secrets is forbidden")
        .contains("Since 2026-11-21T10:05:01Z, tried again at 2026-11-21T10:05:02Z.");
    assertThat(fake.written("/status/drivers/1/completed").asBoolean()).isTrue();
    assertThat(fake.written("/status/status").asText()).isEqualTo("TransientCondition");
    assertThat(alarms).containsValue(NOW.plusSeconds(1));
  }

  @Test
  void aBugIsAnInternalErrorForTheUserAndIsTriedAgainAfterGrowingPauses() {
    Workflow workflow = in(WorkflowState.SETUP, storageEntry(0, WorkflowState.SETUP));
    fake.takesWrites(workflow);
    AtomicInteger tries = new AtomicInteger();
    SinglePass pass =
        fake.pass(
            storageDriver(
                entry -> {
                  tries.incrementAndGet();
                  throw new IllegalStateException("a bug");
                }));

    List<Instant> again = new ArrayList<>();
    Instant now = NOW;
    for (int i = 0; i < 8; i++) {
      Instant next = pass.over(workflow, now).values().iterator().next();
      again.add(next);
      pass.over(workflow, next.minusMillis(1)); // too early: nothing is tried
      now = next;
    }

    assertThat(tries).hasValue(8);
    assertThat(again.get(0)).isEqualTo(NOW.plusSeconds(1));
    assertThat(again.get(1)).isEqualTo(again.get(0).plusSeconds(2));
    assertThat(again.get(7)).isEqualTo(again.get(6).plusSeconds(60));
    assertThat(fake.written("/status/drivers/0/message").asText())
        .startsWith("Internal error: Warren cannot work on this directive in Setup.")
        .contains("Since 2026-11-21T10:05:01Z")
        .doesNotContain("a bug");
    assertThat(fake.written("/status/drivers/0/error").asText()).contains("a bug");
  }

  @Test
  void whatWorksAgainIsDone() {
    Workflow workflow = in(WorkflowState.SETUP, storageEntry(0, WorkflowState.SETUP));
    fake.takesWrites(workflow);
    AtomicInteger tries = new AtomicInteger();
    SinglePass pass =
        fake.pass(
            storageDriver(
                entry -> {
                  if (tries.getAndIncrement() == 0) {
                    throw new KubernetesClientException("the cluster is away");
                  }
                  return Decision.done();
                }));

    pass.over(workflow, NOW);
    pass.over(workflow, NOW.plusSeconds(1));

    assertThat(fake.written("/status/drivers/0/completed").asBoolean()).isTrue();
  }
}
