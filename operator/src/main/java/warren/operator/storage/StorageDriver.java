package warren.operator.storage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Directive;
import warren.dw.Finding;
import warren.dw.JobDw;
import warren.dw.WorkflowState;
import warren.names.Labels;
import warren.names.Names;
import warren.operator.decision.Decision;
import warren.operator.driver.ClusterView;
import warren.operator.driver.Driver;
import warren.operator.driver.MountJson;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;

/**
 * Has a provider make and remove the storage of a directive, and tells containers by an annotation
 * of the Workflow how to mount it.
 */
public final class StorageDriver implements Driver {
  private static final String JOB_VARIABLE = "DW_JOB_";

  private final List<StorageProvider> providers;

  public StorageDriver(StorageSettings settings) {
    this.providers = providers(settings);
  }

  static List<StorageProvider> providers(StorageSettings settings) {
    return List.of(new DirectoryProvider(settings));
  }

  @Override
  public String id() {
    return Names.STORAGE_DRIVER;
  }

  @Override
  public Decision decide(WorkflowSnapshot snapshot, Entry entry, Instant now) {
    return switch (entry.state()) {
      case PROPOSAL, SETUP, PRE_RUN -> prepare(snapshot, entry, now);
      case DATA_IN, POST_RUN, DATA_OUT -> Decision.done();
      case TEARDOWN -> remove(snapshot, entry.directive(), now);
    };
  }

  private Decision prepare(WorkflowSnapshot snapshot, Entry entry, Instant now) {
    Optional<Directive> directive = snapshot.directive(entry.directive());
    if (directive.isEmpty() || !(directive.get() instanceof JobDw storage)) {
      return Decision.fail(unsupported(directive));
    }
    boolean isTooEarly =
        entry.state() == WorkflowState.SETUP && snapshot.places().computes().isEmpty();
    return entry.state() == WorkflowState.PROPOSAL || isTooEarly
        ? Decision.done()
        : provide(snapshot, storage, entry.state(), now);
  }

  private Decision provide(
      WorkflowSnapshot snapshot, JobDw directive, WorkflowState state, Instant now) {
    StorageRequest request =
        new StorageRequest(
            snapshot.workflow().user(),
            directive,
            snapshot.places(),
            found(snapshot, directive.index(), now));
    StorageProvider provider =
        providers.stream()
            .filter(candidate -> candidate.provides(directive))
            .findFirst()
            .orElseThrow();
    return switch (provider.provide(request, now)) {
      case Provision.Unfinished unfinished -> unfinished.next();
      case Provision.Offered offered ->
          Decision.done(
                  state == WorkflowState.PRE_RUN
                      ? Map.of(variable(directive), offered.mount().path())
                      : Map.of())
              .annotate(Labels.mount(directive.index()), MountJson.write(offered.mount()));
    };
  }

  private static String variable(JobDw directive) {
    return JOB_VARIABLE + directive.name().replace('-', '_');
  }

  private Decision remove(WorkflowSnapshot snapshot, int directive, Instant now) {
    String title =
        snapshot
            .directive(directive)
            .filter(JobDw.class::isInstance)
            .map(JobDw.class::cast)
            .map(storage -> "the storage " + storage.name())
            .orElse("storage directive " + directive);
    boolean containersGone =
        snapshot.entriesOf(WorkflowState.TEARDOWN).stream()
            .filter(other -> other.driver().equals(Names.CONTAINER_DRIVER))
            .allMatch(Entry::completed);
    if (!containersGone) {
      return Decision.waitFor("The containers have to go before " + title + ".");
    }
    FoundStorage found = found(snapshot, directive, now);
    return providers.stream()
        .filter(provider -> provider.recognizes(found))
        .findFirst()
        .map(provider -> provider.remove(found, title, now))
        .orElseGet(() -> Decision.fail(foreign(title)));
  }

  private static FoundStorage found(WorkflowSnapshot snapshot, int directive, Instant now) {
    ClusterView cluster = snapshot.cluster();
    Stream<HasMetadata> objects =
        Stream.of(cluster.directories(), cluster.claims(), cluster.volumes()).flatMap(List::stream);
    FoundStorage found = FoundStorage.among(objects, snapshot.identity(), directive);
    return found.with(
        DirectoryReports.complaints(
            found.directories(), snapshot.workflow().stateEntered(), cluster::agentPods, now));
  }

  private static Finding unsupported(Optional<Directive> directive) {
    return Finding.error(
            new Code("unsupported-storage"),
            Blame.USER,
            "Only jobdw is understood here, not: "
                + directive.map(Directive::text).orElse("this line")
                + ".")
        .hint("Take the line out of the script, or ask the administrator.");
  }

  private static Finding foreign(String title) {
    return Finding.error(
            new Code("foreign-storage"),
            Blame.INTERNAL,
            "The volume of " + title + " is not below the storage roots of this operator.")
        .hint(
            "An administrator has to remove its directories, then its PersistentVolume, or set the"
                + " storage roots back.");
  }
}
