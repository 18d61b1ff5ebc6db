package warren.operator.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;

final class QuartzAlarmsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    await().atMost(PATIENCE).until(() -> !rung.isEmpty());
    assertThat(rung).containsExactly("default/wf");
    assertThat(Instant.now()).isAfterOrEqualTo(at);
  }

  @Test
  void settingAnewReplacesAll() {
    alarms.set("default", "wf", Map.of("entry-1", Instant.now()));
    alarms.set("default", "wf", Map.of("entry-1", Instant.now().plusSeconds(3600)));
    alarms.set("default", "other", Map.of("entry-1", Instant.now()));
    alarms.start(); // were the first one still there, it would ring before the last

    await().atMost(PATIENCE).until(() -> !rung.isEmpty());
    assertThat(rung).containsExactly("default/other");
  }

  @Test
  void whatIsDueBeforeTheClockTicksRingsWhenItDoes() {
    alarms.set("default", "wf", Map.of("entry-1", Instant.now()));
    assertThat(rung).isEmpty();
    alarms.start();

    await().atMost(PATIENCE).until(() -> !rung.isEmpty());
  }

  @Test
  void theSameAlarmsAnewCostNoCallOfQuartz() {
    AtomicInteger calls = new AtomicInteger();
    try (QuartzAlarms counted = new QuartzAlarms((namespace, name) -> {}, counting(calls))) {
      Instant at = Instant.now().plusSeconds(3600);
      counted.set("default", "wf", Map.of("entry-1", at, "lease", at));
      int before = calls.get();

      counted.set("default", "wf", Map.of("entry-1", at, "lease", at));
      counted.set("default", "none", Map.of());
      assertThat(calls).hasValue(before);

      counted.set("default", "wf", Map.of("entry-1", at));
      assertThat(calls).hasValueGreaterThan(before);
    }
  }

  @Test
  void anInstantThatHasRungCanBeSetAnew() {
    alarms.start();
    Instant at = Instant.now();
    alarms.set("default", "wf", Map.of("entry-1", at));
    await().atMost(PATIENCE).until(() -> rung.size() == 1);

    alarms.set("default", "wf", Map.of("entry-1", at));
    await().atMost(PATIENCE).until(() -> rung.size() == 2);
  }

  @Test
  void anAlarmCanBeSetAnewWhileTheOldOneRings() {
    CountDownLatch isRinging = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    QuartzAlarms slow =
        new QuartzAlarms(
            (namespace, name) -> {
              rung.add(name);
              isRinging.countDown();
              Uninterruptibly.await(mayEnd);
            });
    try (slow) {
      slow.start();
      slow.set("default", "wf", Map.of("entry-1", Instant.now()));
      Uninterruptibly.await(isRinging);

      slow.set("default", "wf", Map.of("entry-1", Instant.now().plusMillis(100)));
      mayEnd.countDown();
      await().atMost(PATIENCE).until(() -> rung.size() == 2);
    }
  }

  @Test
  void sweepsThatHangDelayNoAlarm() {
    CountDownLatch hanging = new CountDownLatch(3);
    CountDownLatch never = new CountDownLatch(1);
    for (String name : List.of("one", "two", "three")) {
      alarms.every(
          sweep(
              name,
              Duration.ofDays(1),
              () -> {
                hanging.countDown();
                Uninterruptibly.await(never);
              }));
    }
    alarms.start();
    Uninterruptibly.await(hanging);

    alarms.set("default", "wf", Map.of("entry-1", Instant.now()));
    await().atMost(PATIENCE).until(() -> !rung.isEmpty());
    never.countDown();
  }

  @Test
  void aSweepThatFailsRunsAgain() {
    List<String> swept = new CopyOnWriteArrayList<>();
    alarms.every(
        sweep(
            "sweep",
            Duration.ofMillis(100),
            () -> {
              swept.add("once");
              throw new IllegalStateException("no cluster");
            }));
    alarms.start();

    await().atMost(PATIENCE).until(() -> swept.size() > 1);
  }

  @Test
  void aSweepRunsForTheFirstTimeWhenTheClockStarts() {
    List<String> swept = new CopyOnWriteArrayList<>();
    alarms.every(sweep("sweep", Duration.ofDays(1), () -> swept.add("once")));

    alarms.start();

    await().atMost(PATIENCE).until(() -> swept.size() == 1);
  }

  private static Sweep sweep(String name, Duration interval, Runnable task) {
    return new Sweep(name, interval, Duration.ofHours(1), task);
  }

  private static Scheduler counting(AtomicInteger calls) {
    Scheduler quartz = QuartzAlarms.quartz();
    return (Scheduler)
        Proxy.newProxyInstance(
            Scheduler.class.getClassLoader(),
            new Class<?>[] {Scheduler.class},
            (proxy, method, arguments) -> {
              calls.incrementAndGet();
              return method.invoke(quartz, arguments);
            });
  }
}
