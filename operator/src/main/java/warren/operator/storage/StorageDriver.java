package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Directive;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobDw;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.dw.WorkflowState;
import warren.names.Labels;
import warren.names.Names;
import warren.operator.decision.Decision;
import warren.operator.driver.Driver;
import warren.operator.driver.JobPlaces;
import warren.operator.driver.Look;
import warren.operator.entries.Entry;
import warren.operator.entries.SeenWorkflow;

/** Looks at what there is of a storage directive, and decides. */
public final class StorageDriver implements Driver {
  private final KubernetesClient client;
  private final StorageDecisions decisions;

  public StorageDriver(KubernetesClient client, StorageSettings settings) {
    this.client = requireNonNull(client, "client");
    this.decisions = new StorageDecisions(new StorageObjects(settings));
  }

  @Override
  public String id() {
    return Names.STORAGE_DRIVER;
  }

  @Override
  public Decision decide(SeenWorkflow workflow, Entry entry, Look look, Instant now) {
    return switch (directive(workflow, entry.directive())) {
      case Optional<Directive> found
          when found.isPresent() && found.get() instanceof JobDw storage ->
          decisions.decide(entry.state(), see(workflow, storage, look, now), now);
      case Optional<Directive> found when entry.state() == WorkflowState.TEARDOWN ->
          Decision.done(); // nothing was made for it
      case Optional<Directive> found -> Decision.fail(unsupported(found));
    };
  }

  private static Optional<Directive> directive(SeenWorkflow workflow, int index) {
    return new DirectiveReader(RuleBook.standard())
        .read(JobScript.ofDirectives(workflow.directives())).directives().stream()
            .filter(directive -> directive.index() == index)
            .findFirst();
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

  private SeenStorage see(SeenWorkflow workflow, JobDw directive, Look look, Instant now) {
    int index = directive.index();
    List<DirectoryWork> work =
        look.directoryJobs().stream()
            .filter(job -> isAbout(job, index))
            .flatMap(job -> DirectoryWork.of(job).stream())
            .toList();
    return new SeenStorage(
        workflow.identity(),
        workflow.user(),
        directive,
        JobPlaces.look(client, workflow.identity()),
        work,
        Complaints.of(work, look, now),
        look.claims().stream().filter(claim -> isAbout(claim, index)).findFirst(),
        look.volumes().stream().filter(volume -> isAbout(volume, index)).findFirst(),
        workflow.entriesOf(WorkflowState.TEARDOWN).stream()
            .filter(other -> other.driver().equals(Names.CONTAINER_DRIVER))
            .allMatch(Entry::completed));
  }

  private static boolean isAbout(HasMetadata object, int directive) {
    return Integer.toString(directive)
        .equals(object.getMetadata().getLabels().get(Labels.DIRECTIVE_INDEX));
  }
}
