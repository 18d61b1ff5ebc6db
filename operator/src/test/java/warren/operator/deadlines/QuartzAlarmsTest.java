package warren.operator.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QuartzAlarmsTest {
  private final List<String> rung = new CopyOnWriteArrayList<>();
  private final QuartzAlarms alarms =
      new QuartzAlarms((namespace, name) -> rung.add(namespace + "/" + name));

  @AfterEach
  void stop() {
    alarms.close();
  }

  @Test
  void anAlarmRingsAtItsTimeAndNotBefore() {
    alarms.start();
    Instant at = Instant.now().plusMillis(300);
    alarms.set("default", "wf", Map.of("entry-1", at));

    await().atMost(Duration.ofSeconds(60)).until(() -> !rung.isEmpty());
    assertThat(rung).containsExactly("default/wf");
    assertThat(Instant.now()).isAfterOrEqualTo(at);
  }

  @Test
  void settingAnewReplacesAll() {
    alarms.set("default", "wf", Map.of("entry-1", Instant.now()));
    alarms.set("default", "wf", Map.of("entry-1", Instant.now().plusSeconds(3600)));
    alarms.set("default", "other", Map.of("entry-1", Instant.now()));
    alarms.start(); // were the first one still there, it would ring before the last

    await().atMost(Duration.ofSeconds(60)).until(() -> !rung.isEmpty());
    assertThat(rung).containsExactly("default/other");
  }

  @Test
  void whatIsDueBeforeTheClockTicksRingsWhenItDoes() {
    alarms.set("default", "wf", Map.of("entry-1", Instant.now()));
    assertThat(rung).isEmpty();
    alarms.start();

    await().atMost(Duration.ofSeconds(60)).until(() -> !rung.isEmpty());
  }

  @Test
  void aSweepThatFailsRunsAgain() {
    List<String> swept = new CopyOnWriteArrayList<>();
    alarms.every(
        Duration.ofMillis(100),
        "sweep",
        () -> {
          swept.add("once");
          throw new IllegalStateException("no cluster");
        });
    alarms.start();

    await().atMost(Duration.ofSeconds(60)).until(() -> swept.size() > 1);
  }

  @Test
  void aSweepRunsForTheFirstTimeWhenTheClockStarts() {
    List<String> swept = new CopyOnWriteArrayList<>();
    alarms.every(Duration.ofDays(1), "sweep", () -> swept.add("once"));

    alarms.start();

    await().atMost(Duration.ofSeconds(60)).until(() -> swept.size() == 1);
  }
}
