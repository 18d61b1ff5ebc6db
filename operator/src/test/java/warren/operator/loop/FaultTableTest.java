package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import warren.operator.loop.FaultInjector.Call;
import warren.operator.loop.FaultInjector.Fault;

/**
 * Each call that the operator makes for a workflow fails once, in each way: the workflow ends as
 * without, and its messages tell of the failure meanwhile. One workflow a failure, all at once.
 */
final class FaultTableTest {
  private static final int AT_ONCE = 24;
  private static final int SAME_CALLS = 3;

  /** A machine can be slow; nothing here takes long otherwise. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final String[] DIRECTIVES = {
    "#DW jobdw type=gfs2 capacity=1GiB name=data",
    "#DW container name=app profile=plain DW_JOB_data=data"
  };

  @Test
  void aWorkflowEndsTheSameWhicheverCallFailsOnce() {
    try (OperatorOnMock operator = new OperatorOnMock()) {
      FaultInjector faults = operator.faults();
      WorkloadManager manager = operator.manager();
      faults.follow("undisturbed");
      faults.knows("undisturbed", uid(manager, "undisturbed"));
      await().atMost(LONG).until(manager::areAllGone);
      WorkloadManager.Course expected = manager.course("undisturbed");
      assertThat(expected.reached())
          .containsExactly(
              "Proposal", "Setup", "DataIn", "PreRun", "PostRun", "DataOut", "Teardown");

      Map<Call, Map<Fault, String>> runs = new LinkedHashMap<>();
      int number = 0;
      for (Call call : new TreeSet<>(faults.calls("undisturbed"))) {
        for (Fault fault : faultsOf(call, runs.size())) {
          String name = "fault-%03d-x".formatted(number++);
          runs.computeIfAbsent(call, any -> new LinkedHashMap<>()).put(fault, name);
          faults.follow(name, call, fault);
          until(() -> manager.live() < AT_ONCE);
          faults.knows(name, uid(manager, name));
        }
      }
      until(manager::areAllGone);

      List<String> wrong = new ArrayList<>();
      String table = table(runs, faults, manager, expected, wrong);
      System.out.println(table);
      assertThat(wrong).as(table).isEmpty();
      assertThat(operator.leftOvers()).isEmpty();
    }
  }

  /**
   * The first calls of a kind fail; of later ones, such as the fourth write of the Workflow,
   * nothing new is to be learned. Without {@code -Dwarren.faults.all=true} each fails in one way,
   * by turns.
   */
  private static List<Fault> faultsOf(Call call, int turn) {
    if (call.before() >= SAME_CALLS) {
      return List.of();
    }
    List<Fault> all = List.of(Fault.values());
    return Boolean.getBoolean("warren.faults.all") ? all : List.of(all.get(turn % all.size()));
  }

  /** Or the table tells which did not get there. */
  private static void until(Callable<Boolean> condition) {
    try {
      await().atMost(LONG).until(condition);
    } catch (ConditionTimeoutException late) {
      assertThat(late).isNotNull();
    }
  }

  private static String uid(WorkloadManager manager, String name) {
    return manager.submit(name, DIRECTIVES).getMetadata().getUid();
  }

  private static String table(
      Map<Call, Map<Fault, String>> runs,
      FaultInjector faults,
      WorkloadManager manager,
      WorkloadManager.Course expected,
      List<String> wrong) {
    StringBuilder table = new StringBuilder("%-110s".formatted("call"));
    for (Fault fault : Fault.values()) {
      table.append(" | ").append("%-11s".formatted(fault.title()));
    }
    int injected = 0;
    int same = 0;
    for (Map.Entry<Call, Map<Fault, String>> row : runs.entrySet()) {
      table.append('\n').append("%-110s".formatted(row.getKey()));
      for (Fault fault : Fault.values()) {
        String name = row.getValue().get(fault);
        if (name == null) {
          table.append(" | ").append("%-11s".formatted("-"));
          continue;
        }
        String cell = cell(row.getKey(), fault, name, faults, manager, expected);
        injected += faults.hasInjected(name) ? 1 : 0;
        same += cell.startsWith("same") || cell.startsWith("not made") ? 1 : 0;
        if (!cell.startsWith("same") && !cell.startsWith("not made")) {
          wrong.add(row.getKey() + ", " + fault.title() + ": " + cell);
        }
        table.append(" | ").append("%-11s".formatted(cell));
      }
    }
    return table
        .append(
            "\n%d calls, %d faults injected, %d of %d workflows ended as expected"
                .formatted(
                    runs.size(), injected, same, runs.values().stream().mapToInt(Map::size).sum()))
        .toString();
  }

  private static String cell(
      Call call,
      Fault fault,
      String name,
      FaultInjector faults,
      WorkloadManager manager,
      WorkloadManager.Course expected) {
    WorkloadManager.Course course = manager.course(name);
    if (!course.reached().equals(expected.reached())) {
      return "ended otherwise: " + course.reached();
    }
    if (!manager.isGone(name)) {
      return "not gone: " + course.messages();
    }
    if (!faults.hasInjected(name)) {
      return "not made";
    }
    if (isTold(fault, course.messages())) {
      return "same, told";
    }
    return canTell(call, fault) && !faults.lostItsMessage(name)
        ? "told nothing: " + course.messages()
        : "same";
  }

  /**
   * A Workflow that cannot be written cannot tell; and that an object is another one now, or gone,
   * is no failure of a deletion or of a change, but what the next pass looks at.
   */
  private static boolean canTell(Call call, Fault fault) {
    boolean changes = call.request().startsWith("DELETE ") || call.request().startsWith("PATCH ");
    return !call.isOfTheWorkflowItself() && !(fault == Fault.CONFLICT && changes);
  }

  private static boolean isTold(Fault fault, Set<String> messages) {
    return messages.stream()
        .anyMatch(
            message ->
                switch (fault) {
                  case SERVER_ERROR -> message.contains(FaultInjector.WORDS);
                  case CONFLICT ->
                      message.contains(FaultInjector.WORDS)
                          || message.contains("was changed meanwhile");
                  case TIME_OUT -> message.contains("request timed out");
                });
  }
}
