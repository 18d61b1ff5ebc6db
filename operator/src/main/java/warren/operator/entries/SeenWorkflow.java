package warren.operator.entries;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import warren.api.Workflow;
import warren.api.WorkflowStatus;
import warren.dw.WorkflowState;
import warren.names.Labels;
import warren.names.Names;
import warren.names.WorkflowIdentity;
import warren.plan.UserIdentity;

/** A Workflow as it was when it was looked at. */
public final class SeenWorkflow {
  private final Workflow resource;
  private final WorkflowIdentity identity;
  private final Optional<WorkflowStatus> status;
  private final List<Entry> entries;

  /**
   * @param resource as the API server stores it; not changed afterwards
   */
  public SeenWorkflow(Workflow resource) {
    this.resource = requireNonNull(resource, "resource");
    var metadata = resource.getMetadata();
    this.identity =
        new WorkflowIdentity(metadata.getNamespace(), metadata.getName(), metadata.getUid());
    this.status = Optional.ofNullable(resource.getStatus());
    var drivers = status.map(WorkflowStatus::drivers).orElseGet(ArrayList::new);
    this.entries =
        IntStream.range(0, drivers.size())
            .mapToObj(position -> Entry.of(position, drivers.get(position)))
            .flatMap(Optional::stream)
            .toList();
  }

  public WorkflowIdentity identity() {
    return identity;
  }

  /** {@code namespace/name}, for log lines. */
  public String told() {
    return identity.namespace() + "/" + identity.name();
  }

  public UserIdentity user() {
    return new UserIdentity(resource.getSpec().userID(), resource.getSpec().groupID())
        .withGroups(annotation(Labels.SUPPLEMENTARY_GROUPS).orElse(""))
        .withName(annotation(Labels.USER_NAME).orElse(""));
  }

  /** {@code spec.wlmID}: which workload manager drives it. */
  public String manager() {
    return resource.getSpec().wlmID();
  }

  /** The directives' texts. */
  public List<String> directives() {
    return resource.getSpec().directives();
  }

  /** The state the workload manager wants. */
  public WorkflowState desired() {
    String word = resource.getSpec().desiredState();
    return WorkflowState.of(word)
        .orElseThrow(() -> new IllegalStateException(told() + ": no state is called " + word));
  }

  /**
   * The state being worked on or reached; empty before the first pass. Until then the status holds
   * the defaults of the resource definition, which name the state Proposal too, but no time.
   */
  public Optional<WorkflowState> state() {
    return status
        .filter(s -> s.desiredStateChange() != null)
        .flatMap(s -> Optional.ofNullable(s.state()))
        .flatMap(WorkflowState::of);
  }

  public boolean isReady() {
    return status.map(WorkflowStatus::isReady).orElse(false);
  }

  /** {@code status.status}; empty when there is none yet. */
  public Optional<String> word() {
    return status.flatMap(s -> Optional.ofNullable(s.status()));
  }

  /** {@code status.message}; empty when there is none. */
  public Optional<String> message() {
    return status.flatMap(s -> Optional.ofNullable(s.message())).filter(text -> !text.isBlank());
  }

  /** When the current state was entered; the beginning of its deadlines. */
  public Instant stateEntered() {
    return status
        .flatMap(s -> Optional.ofNullable(s.desiredStateChange()))
        .map(MicroTime::read)
        .orElseGet(this::created);
  }

  public Instant created() {
    return MicroTime.read(resource.getMetadata().getCreationTimestamp());
  }

  public boolean isForcedReady() {
    return Boolean.TRUE.equals(resource.getSpec().forceReady());
  }

  public boolean isBeingDeleted() {
    return resource.isMarkedForDeletion();
  }

  public boolean hasFinalizer() {
    return resource.hasFinalizer(Names.FINALIZER);
  }

  /** Whether {@code status.computes} points to the Computes. */
  public boolean hasComputes() {
    return status.map(WorkflowStatus::computes).isPresent();
  }

  /** The value of an annotation of the Workflow. */
  public Optional<String> annotation(String key) {
    Map<String, String> annotations = resource.getMetadata().getAnnotations();
    return annotations == null ? Optional.empty() : Optional.ofNullable(annotations.get(key));
  }

  /** All entries, in their order. */
  public List<Entry> entries() {
    return entries;
  }

  /** The entries of a state, in their order. */
  public List<Entry> entriesOf(WorkflowState state) {
    return entries.stream().filter(entry -> entry.state() == state).toList();
  }

  Workflow resource() {
    return resource;
  }
}
