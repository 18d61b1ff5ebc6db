package warren.operator.driver;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import warren.api.NnfContainerProfile;
import warren.dw.Directive;
import warren.dw.Reading;
import warren.dw.WorkflowState;
import warren.names.DirectiveIdentity;
import warren.names.Names;
import warren.names.WorkflowIdentity;
import warren.operator.entries.Entry;
import warren.operator.entries.SeenWorkflow;
import warren.operator.entries.WorkflowDraft;
import warren.plan.Planner;
import warren.plan.Planning;
import warren.profile.ProfileCatalog;

/**
 * Everything that one pass over a workflow knows. Each part is computed at most once a pass,
 * however many directives the workflow has. What a driver decided about one entry is visible to the
 * drivers of the entries after it.
 */
public final class WorkflowSnapshot {
  private final SeenWorkflow workflow;
  private final WorkflowDraft draft;
  private final Sources sources;
  private final ClusterView cluster;
  private final Supplier<Planning> proposed;
  private final Supplier<Planning> pinned;

  /**
   * Where the parts of a snapshot come from; each source is used only when a driver asks.
   *
   * @param reading the workflow's directives, by the rule book of the cluster
   * @param places the job's computes and their Rabbits
   * @param profiles the profiles that an administrator keeps
   * @param cached the workflow's objects as the caches hold them; can be a moment old
   * @param live the workflow's objects as the API server has them now
   */
  public record Sources(
      Supplier<Reading> reading,
      Supplier<JobPlaces> places,
      ProfileCatalog profiles,
      ClusterView cached,
      ClusterView live) {
    public Sources {
      reading = new Once<>(reading);
      places = new Once<>(places);
      requireNonNull(profiles, "profiles");
      requireNonNull(cached, "cached");
      requireNonNull(live, "live");
    }
  }

  /**
   * A snapshot of a workflow.
   *
   * @param draft what the pass has decided so far
   */
  public WorkflowSnapshot(SeenWorkflow workflow, WorkflowDraft draft, Sources sources) {
    this(workflow, draft, sources, sources.cached());
  }

  private WorkflowSnapshot(
      SeenWorkflow workflow, WorkflowDraft draft, Sources sources, ClusterView cluster) {
    this.workflow = requireNonNull(workflow, "workflow");
    this.draft = requireNonNull(draft, "draft");
    this.sources = requireNonNull(sources, "sources");
    this.cluster = requireNonNull(cluster, "cluster");
    this.proposed = new Once<>(() -> plan(sources.profiles()));
    this.pinned = new Once<>(() -> plan(new PinnedProfiles(reading(), this::pinned)));
  }

  /**
   * The same snapshot, but the objects are those that the API server has now. For what a stale view
   * would get wrong: that nothing is left of a directive.
   */
  public WorkflowSnapshot live() {
    return new WorkflowSnapshot(workflow, draft, sources, sources.live());
  }

  /** The workflow in the state that this pass works on. */
  public SeenWorkflow workflow() {
    return workflow;
  }

  /** Which workflow. */
  public WorkflowIdentity identity() {
    return workflow.identity();
  }

  /** The entries of a state in their order, as decided so far in this pass. */
  public List<Entry> entriesOf(WorkflowState state) {
    return draft.entriesOf(state);
  }

  /** The value of an annotation of the Workflow, as decided so far in this pass. */
  public Optional<String> annotation(String key) {
    return draft.annotation(key);
  }

  /** The workflow's directives. */
  public Reading reading() {
    return sources.reading().get();
  }

  /** The directive of this index; empty if the rule book of the cluster refuses the directive. */
  public Optional<Directive> directive(int index) {
    return reading().directives().stream()
        .filter(directive -> directive.index() == index)
        .findFirst();
  }

  /** The identity of the directive of this index, from which the names of its objects come. */
  public DirectiveIdentity identityOf(int directive) {
    return new DirectiveIdentity(identity(), directive, reading().ordinal(directive));
  }

  /** The job's computes and their Rabbits. */
  public JobPlaces places() {
    return sources.places().get();
  }

  /** The workflow's objects. */
  public ClusterView cluster() {
    return cluster;
  }

  /** The profiles that an administrator keeps; the same answer all through the pass. */
  public ProfileCatalog profiles() {
    return sources.profiles();
  }

  /** The plan by the profiles that an administrator keeps. */
  public Planning proposedPlan() {
    return proposed.get();
  }

  /** The plan by the workflow's own copies of the profiles. */
  public Planning pinnedPlan() {
    return pinned.get();
  }

  /**
   * The copy of a container directive's profile. A copy that the cache does not have is looked for
   * at the API server: without a copy the job would fail for good.
   */
  public Optional<NnfContainerProfile> pinned(int directive) {
    String name = Names.pinnedProfile(identityOf(directive));
    return cluster.pinnedProfile(name).or(() -> sources.live().pinnedProfile(name));
  }

  private Planning plan(ProfileCatalog catalog) {
    return new Planner(catalog).plan(reading(), workflow.user());
  }
}
