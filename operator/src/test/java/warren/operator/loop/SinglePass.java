package warren.operator.loop;

import static warren.operator.Fixtures.entry;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import warren.api.DriverEntry;
import warren.api.NnfContainerProfile;
import warren.api.Workflow;
import warren.api.WorkflowSpec;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.operator.Fixtures;
import warren.operator.NoObjects;
import warren.operator.decision.Decision;
import warren.operator.driver.Driver;
import warren.operator.driver.JobPlaces;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;
import warren.operator.history.WriteObserver;
import warren.profile.ProfileCatalog;

/** A pass over one workflow at a time, with drivers that the test decides for. */
record SinglePass(WorkflowPass pass) {
  static final Instant NOW = Fixtures.ENTERED.plusSeconds(1);

  /** What a driver of the test's own decides. */
  @FunctionalInterface
  interface Deciding {
    Decision decide(WorkflowSnapshot snapshot, Entry entry);
  }

  /** The view of a pass that asks the API server itself. */
  static final class Live extends NoObjects {}

  private static final class NoProfiles implements ProfileCatalog {
    @Override
    public Optional<NnfContainerProfile> find(String name) {
      return Optional.empty();
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }

  static SinglePass of(KubernetesClient client, WriteObserver observer, Driver... drivers) {
    return new SinglePass(new WorkflowPass(client, true, List.of(drivers), observer));
  }

  /** Makes the pass at {@link #NOW}. */
  Map<String, Instant> over(Workflow workflow) {
    return over(workflow, NOW);
  }

  /** Makes the pass. */
  Map<String, Instant> over(Workflow given, Instant now) {
    Workflow workflow = bySlurm(given);
    return pass.over(
        workflow,
        Optional.empty(),
        new WorkflowSnapshot.Sources(
            () ->
                new DirectiveReader(RuleBook.standard())
                    .read(JobScript.ofDirectives(workflow.getSpec().directives())),
            () -> new JobPlaces(List.of(), Optional.empty()),
            new NoProfiles(),
            new NoObjects(),
            new Live()),
        now);
  }

  /** The same workflow of a manager that has no lease to be judged. */
  private static Workflow bySlurm(Workflow workflow) {
    WorkflowSpec spec = workflow.getSpec();
    workflow.setSpec(
        new WorkflowSpec(
            spec.desiredState(),
            "slurm",
            spec.jobID(),
            spec.userID(),
            spec.groupID(),
            spec.hurry(),
            spec.forceReady(),
            new ArrayList<>(spec.directives())));
    return workflow;
  }

  /** The driver of storage, when only the entry counts. */
  static Driver storageDriver(Function<Entry, Decision> decision) {
    return storageDriver((snapshot, entry) -> decision.apply(entry));
  }

  /** The driver of storage. */
  static Driver storageDriver(Deciding deciding) {
    return new Driver() {
      @Override
      public String id() {
        return Names.STORAGE_DRIVER;
      }

      @Override
      public Decision decide(WorkflowSnapshot snapshot, Entry entry, Instant now) {
        return deciding.decide(snapshot, entry);
      }
    };
  }

  /** An entry that the driver of storage has not completed. */
  static DriverEntry storageEntry(int directive, WorkflowState state) {
    return entry(Names.STORAGE_DRIVER, directive, state, "Pending", null);
  }
}
