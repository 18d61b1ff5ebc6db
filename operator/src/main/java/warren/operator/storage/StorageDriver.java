package warren.operator.storage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;

/** Looks at what there is of a storage directive, and decides. */
public final class StorageDriver implements Driver {
  private final StorageDecisions decisions;

  public StorageDriver(StorageSettings settings) {
    this.decisions = new StorageDecisions(new StorageObjects(settings));
  }

  @Override
  public String id() {
    return Names.STORAGE_DRIVER;
  }

  @Override
  public Decision decide(WorkflowSnapshot snapshot, Entry entry, Instant now) {
    return switch (snapshot.directive(entry.directive())) {
      case Optional<Directive> found
          when found.isPresent() && found.get() instanceof JobDw storage ->
          decisions.decide(entry.state(), see(snapshot, storage, now), now);
      case Optional<Directive> found when entry.state() == WorkflowState.TEARDOWN ->
          Decision.done(); // nothing was made for it
      case Optional<Directive> found -> Decision.fail(unsupported(found));
    };
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

  private static SeenStorage see(WorkflowSnapshot snapshot, JobDw directive, Instant now) {
    int index = directive.index();
    ClusterView cluster = snapshot.cluster();
    List<DirectoryWork> work =
        cluster.directoryJobs().stream()
            .filter(job -> isAbout(job, index))
            .flatMap(job -> DirectoryWork.of(job).stream())
            .toList();
    return new SeenStorage(
        snapshot.identity(),
        snapshot.workflow().user(),
        directive,
        snapshot.places(),
        work,
        Complaints.of(work, cluster, now),
        cluster.claims().stream().filter(claim -> isAbout(claim, index)).findFirst(),
        cluster.volumes().stream().filter(volume -> isAbout(volume, index)).findFirst(),
        snapshot.entriesOf(WorkflowState.TEARDOWN).stream()
            .filter(other -> other.driver().equals(Names.CONTAINER_DRIVER))
            .allMatch(Entry::completed));
  }

  private static boolean isAbout(HasMetadata object, int directive) {
    return Integer.toString(directive)
        .equals(object.getMetadata().getLabels().get(Labels.DIRECTIVE_INDEX));
  }
}
