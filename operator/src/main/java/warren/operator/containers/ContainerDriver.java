package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import warren.api.NnfContainerProfile;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.launch.HostNames;
import warren.launch.Workload;
import warren.launch.render.KubernetesRenderer;
import warren.names.Labels;
import warren.names.Names;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.driver.ClusterView;
import warren.operator.driver.Driver;
import warren.operator.driver.WorkflowSnapshot;
import warren.operator.entries.Entry;
import warren.plan.ContainerPlan;
import warren.plan.Planning;

/** Looks at what there is of a container directive, and decides. */
public final class ContainerDriver implements Driver {
  /** While the Rabbits are not known: a workflow's name that is too long beside it always is. */
  private static final String SHORTEST_NAME = "r";

  private final KubernetesClient client;
  private final PullSecretObserver pullSecrets;
  private final ContainerObserver observer;

  /**
   * @param profileNamespace where pull secrets are when a workflow's namespace has none
   */
  public ContainerDriver(KubernetesClient client, String profileNamespace) {
    this.client = requireNonNull(client, "client");
    this.pullSecrets = new PullSecretObserver(client, profileNamespace);
    this.observer = new ContainerObserver(pullSecrets);
  }

  @Override
  public String id() {
    return Names.CONTAINER_DRIVER;
  }

  @Override
  public Decision decide(WorkflowSnapshot snapshot, Entry entry, Instant now) {
    Optional<Finding> contested = Rivals.of(snapshot.workflow(), entry);
    if (contested.isPresent() && entry.state() != WorkflowState.TEARDOWN) {
      return Decision.fail(contested.get());
    }
    return switch (entry.state()) {
      case PROPOSAL -> propose(snapshot, entry.directive(), now);
      case SETUP -> snapshot.places().missingNode().map(Decision::fail).orElseGet(Decision::done);
      case DATA_IN, DATA_OUT -> Decision.done();
      case PRE_RUN -> run(snapshot, entry, now, PreRun::decide);
      case POST_RUN -> run(snapshot, entry, now, PostRun::decide);
      case TEARDOWN -> remove(snapshot.cluster(), entry.directive());
    };
  }

  @Override
  public List<Action> stop(WorkflowSnapshot snapshot, Entry entry, Instant now) {
    return entry.state() == WorkflowState.PRE_RUN
        ? plan(snapshot.pinnedPlan(), entry.directive())
            .map(plan -> Endings.stop(observer.see(snapshot, plan, now)))
            .orElse(List.of())
        : List.of();
  }

  private Decision propose(WorkflowSnapshot snapshot, int directive, Instant now) {
    Planning planning = snapshot.proposedPlan();
    Optional<ContainerPlan> plan = plan(planning, directive);
    if (plan.isEmpty()) {
      return Decision.fail(errors(planning));
    }
    Optional<Finding> nowhere = snapshot.places().missingNode();
    if (nowhere.isPresent()) {
      return Decision.fail(nowhere.get());
    }
    Workload outline = Launch.outline(snapshot.identity(), plan.get(), List.of(SHORTEST_NAME));
    List<Finding> names = HostNames.check(outline);
    if (!names.isEmpty()) {
      return Decision.fail(names);
    }
    // As in PreRun, but before the job has waited for its turn and its storage.
    List<Finding> secrets = pullSecrets.see(snapshot.identity(), plan.get()).findings();
    if (!secrets.isEmpty()) {
      return Decision.fail(secrets);
    }
    Optional<String> checked = snapshot.annotation(Labels.pinnedDigest(directive));
    if (checked.isEmpty()) {
      List<Finding> refused = tried(outline, plan.get());
      if (!refused.isEmpty()) {
        return Decision.fail(refused);
      }
    }
    // The plan is by this very profile: a snapshot gives each name one answer.
    NnfContainerProfile profile =
        snapshot.profiles().find(plan.get().directive().profile()).orElseThrow();
    return Pinning.pin(
        Pinning.copy(profile, snapshot.identityOf(directive)),
        snapshot.pinned(directive),
        checked,
        snapshot.identityOf(directive),
        now);
  }

  private List<Finding> tried(Workload outline, ContainerPlan plan) {
    return new PodTrial(client)
        .findings(KubernetesRenderer.render(outline), plan.profile().name()).stream()
            .map(finding -> finding.about(plan.directive().index()))
            .toList();
  }

  @Override
  public Decision follow(WorkflowSnapshot snapshot, Entry entry, Instant now) {
    return run(snapshot, entry, now, ScriptTime::decide);
  }

  private Decision run(
      WorkflowSnapshot snapshot,
      Entry entry,
      Instant now,
      BiFunction<SeenContainers, Instant, Decision> decide) {
    int directive = entry.directive();
    Optional<Finding> forged =
        Pinning.trusted(
            snapshot.pinned(directive),
            snapshot.annotation(Labels.pinnedDigest(directive)),
            snapshot.identityOf(directive));
    if (forged.isPresent()) {
      return Decision.fail(forged.get());
    }
    Planning planning = snapshot.pinnedPlan();
    Optional<ContainerPlan> plan = plan(planning, directive);
    if (plan.isEmpty()) {
      return Decision.fail(errors(planning));
    }
    return decide.apply(observer.see(snapshot, plan.get(), now), now);
  }

  private static Decision remove(ClusterView cluster, int directive) {
    List<HasMetadata> owners =
        Stream.<HasMetadata>concat(cluster.containerJobs().stream(), cluster.mpiJobs().stream())
            .filter(owner -> ContainerObserver.isAbout(owner, directive))
            .toList();
    List<Pod> pods =
        cluster.containerPods().stream()
            .filter(pod -> ContainerObserver.isAbout(pod, directive))
            .toList();
    List<Secret> secrets =
        cluster.secrets().stream()
            .filter(secret -> ContainerObserver.isAbout(secret, directive))
            .toList();
    return Removal.decide(owners, pods, secrets);
  }

  private static Optional<ContainerPlan> plan(Planning planning, int directive) {
    return planning.plan().stream()
        .flatMap(plan -> plan.containers().stream())
        .filter(container -> container.directive().index() == directive)
        .findFirst();
  }

  /** All errors, whichever directive they are about: an attempt is expensive at a batch queue. */
  private static List<Finding> errors(Planning planning) {
    return planning.findings().stream().filter(Finding::isError).toList();
  }
}
