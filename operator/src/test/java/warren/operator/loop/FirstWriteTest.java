package warren.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static warren.operator.Fixtures.entry;

import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import warren.api.DriverEntry;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;
import warren.names.Names;

/** What is in a Workflow after the operator's first write to it. */
final class FirstWriteTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String NAME = "watched";
  private static final String DIRECTIVE = "#DW jobdw type=gfs2 capacity=1GiB name=data";

  @Test
  void whoWatchesSeesStateDriversAndEnvironmentAtOnce() {
    try (OperatorOnMock operator = new OperatorOnMock();
        Versions versions = new Versions(operator)) {
      versions.create(workflow(DIRECTIVE));

      await().atMost(LONG).until(versions::areDecided);

      assertThat(versions.seen()).as("the creation, and one write").hasSize(2);
      assertThat(versions.seen().getFirst().getStatus()).isNull();
      WorkflowStatus status = versions.seen().getLast().getStatus();
      assertThat(status.state()).isEqualTo("Proposal");
      assertThat(status.isReady()).isTrue();
      assertThat(status.drivers()).hasSize(5);
      assertThat(status.env()).containsEntry("DW_WORKFLOW_NAME", NAME);
      assertThat(status.computes().name()).isEqualTo(NAME);
      assertThat(versions.seen().getLast().getFinalizers()).containsExactly(Names.FINALIZER);
    }
  }

  @Test
  void entriesGivenAtCreationAreNotRegisteredASecondTimeAndDoNotCount() {
    try (OperatorOnMock operator = new OperatorOnMock();
        Versions versions = new Versions(operator)) {
      versions.create(withEntries(workflow(DIRECTIVE)));

      await().atMost(LONG).until(versions::areDecided);

      assertThat(versions.seen().getLast().getStatus().drivers())
          .filteredOn(entry -> entry.watchState().equals(WorkflowState.SETUP.word()))
          .hasSize(1)
          .noneMatch(DriverEntry::isCompleted);
      assertThat(versions.seen().getLast().getStatus().drivers())
          .extracting(entry -> entry.driverID() + entry.dwdIndex() + entry.watchState())
          .hasSize(5)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aRefusedWorkflowHasNoEntriesWhateverWasGivenAtCreation() {
    try (OperatorOnMock operator = new OperatorOnMock();
        Versions versions = new Versions(operator)) {
      versions.create(withEntries(workflow("#DW jobdw type=nothing capacity=1GiB name=data")));

      await().atMost(LONG).until(versions::areDecided);

      WorkflowStatus status = versions.seen().getLast().getStatus();
      assertThat(status.status()).isEqualTo("Error");
      assertThat(status.isReady()).isFalse();
      assertThat(status.drivers()).isEmpty();
    }
  }

  /** A workflow that nobody drives. */
  private static Workflow workflow(String directive) {
    return WorkloadManager.workflow(OperatorOnMock.NAMESPACE, NAME, directive);
  }

  /** The same, with an entry that claims that Setup's work is done. */
  private static Workflow withEntries(Workflow workflow) {
    DriverEntry given = entry(Names.STORAGE_DRIVER, 0, WorkflowState.SETUP, "Completed", null);
    workflow.setStatus(
        new WorkflowStatus(
            null, null, null, null, null, new ArrayList<>(List.of(given)), null, null, null, null));
    return workflow;
  }

  /** The versions of the workflow that a watch shows, in their order. */
  private static final class Versions implements AutoCloseable {
    private final OperatorOnMock operator;
    private final List<Workflow> seen = new CopyOnWriteArrayList<>();
    private final Watch watch;

    Versions(OperatorOnMock operator) {
      this.operator = operator;
      this.watch =
          operator
              .admin()
              .resources(Workflow.class)
              .inNamespace(OperatorOnMock.NAMESPACE)
              .withName(NAME)
              .watch(
                  new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, Workflow workflow) {
                      seen.add(workflow);
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                      // The test ends.
                    }
                  });
    }

    void create(Workflow workflow) {
      operator.admin().resource(workflow).create();
    }

    List<Workflow> seen() {
      return List.copyOf(seen);
    }

    /** Whether the operator has made Proposal ready, or refused it. */
    boolean areDecided() {
      return !seen.isEmpty()
          && seen.getLast().getStatus() != null
          && (seen.getLast().getStatus().isReady()
              || "Error".equals(seen.getLast().getStatus().status()));
    }

    @Override
    public void close() {
      watch.close();
    }
  }
}
