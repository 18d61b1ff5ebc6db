package warren.operator.containers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import warren.api.NnfContainerProfile;
import warren.dw.ContainerDw;
import warren.dw.DirectiveReader;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.dw.WorkflowState;
import warren.launch.HostNames;
import warren.launch.Workload;
import warren.launch.render.KubernetesRenderer;
import warren.names.Labels;
import warren.names.Names;
import warren.operator.decision.Decision;
import warren.operator.driver.Driver;
import warren.operator.driver.Look;
import warren.operator.entries.Entry;
import warren.operator.entries.SeenWorkflow;
import warren.plan.ContainerPlan;
import warren.plan.Planner;
import warren.plan.Planning;
import warren.profile.ProfileCatalog;

/** Looks at what there is of a container directive, and decides. */
public final class ContainerDriver implements Driver {
  /** While the Rabbits are not known: a workflow's name that is too long beside it always is. */
  private static final String SHORTEST_NAME = "r";

  private static final Duration SOON = Duration.ofSeconds(2);

  private final KubernetesClient client;
  private final ProfileCatalog catalog;
  private final PullSecretObserver pullSecrets;
  private final ContainerObserver observer;

  /**
   * @param catalog the profiles that an administrator keeps
   * @param profileNamespace where they are; pull secrets too, when a workflow's namespace has none
   */
  public ContainerDriver(KubernetesClient client, ProfileCatalog catalog, String profileNamespace) {
    this.client = requireNonNull(client, "client");
    this.catalog = requireNonNull(catalog, "catalog");
    this.pullSecrets = new PullSecretObserver(client, profileNamespace);
    this.observer = new ContainerObserver(client, pullSecrets);
  }

  @Override
  public String id() {
    return Names.CONTAINER_DRIVER;
  }

  @Override
  public Decision decide(SeenWorkflow workflow, Entry entry, Look look, Instant now) {
    int directive = entry.directive();
    Optional<Finding> contested = Rivals.of(workflow, entry);
    if (contested.isPresent() && entry.state() != WorkflowState.TEARDOWN) {
      return Decision.fail(contested.get());
    }
    return switch (entry.state()) {
      case PROPOSAL -> propose(workflow, directive, now);
      case SETUP, DATA_IN, DATA_OUT -> Decision.done();
      case PRE_RUN, POST_RUN -> run(workflow, entry, look, now);
      case TEARDOWN -> remove(look, directive);
    };
  }

  private Decision propose(SeenWorkflow workflow, int directive, Instant now) {
    Reading reading = read(workflow);
    String name = profileName(reading, directive);
    Optional<NnfContainerProfile> profile = catalog.find(name);
    Planning planning =
        new Planner(profile.<ProfileCatalog>map(seen -> new OneProfile(name, seen)).orElse(catalog))
            .plan(reading, workflow.user());
    Optional<ContainerPlan> plan = plan(planning, directive);
    if (plan.isEmpty()) {
      return Decision.fail(errors(planning));
    }
    if (profile.isEmpty()) {
      // Nothing watches profiles: to be asked again is the only way on.
      return Decision.waitFor(
          "The profile appeared just now; it is looked for again.", now.plus(SOON));
    }
    Workload outline = Launch.outline(workflow.identity(), plan.get(), List.of(SHORTEST_NAME));
    List<Finding> names = HostNames.check(outline);
    if (!names.isEmpty()) {
      return Decision.fail(names);
    }
    // As in PreRun, but before the job has waited for its turn and its storage.
    List<Finding> secrets = pullSecrets.see(workflow.identity(), plan.get()).findings();
    if (!secrets.isEmpty()) {
      return Decision.fail(secrets);
    }
    Optional<String> checked = workflow.annotation(Labels.pinnedDigest(directive));
    if (checked.isEmpty()) {
      List<Finding> refused = tried(outline, plan.get());
      if (!refused.isEmpty()) {
        return Decision.fail(refused);
      }
    }
    return Pinning.pin(
        Pinning.copy(profile.get(), workflow.identity(), directive),
        pinned(workflow, directive),
        checked,
        workflow.identity(),
        directive,
        now);
  }

  private List<Finding> tried(Workload outline, ContainerPlan plan) {
    return new PodTrial(client)
        .findings(KubernetesRenderer.render(outline), plan.profile().name()).stream()
            .map(finding -> finding.about(plan.directive().index()))
            .toList();
  }

  private Decision run(SeenWorkflow workflow, Entry entry, Look look, Instant now) {
    int directive = entry.directive();
    Optional<NnfContainerProfile> pinned = pinned(workflow, directive);
    Optional<Finding> forged =
        Pinning.trusted(
            pinned,
            workflow.annotation(Labels.pinnedDigest(directive)),
            workflow.identity(),
            directive);
    if (forged.isPresent()) {
      return Decision.fail(forged.get());
    }
    Reading reading = read(workflow);
    ProfileCatalog frozen = new OneProfile(profileName(reading, directive), pinned.orElseThrow());
    Planning planning = new Planner(frozen).plan(reading, workflow.user());
    Optional<ContainerPlan> plan = plan(planning, directive);
    if (plan.isEmpty()) {
      return Decision.fail(errors(planning));
    }
    SeenContainers seen = observer.see(workflow, plan.get(), look, now);
    return switch (entry.state()) {
      case PRE_RUN -> PreRun.decide(seen, now);
      case POST_RUN -> PostRun.decide(seen, now);
      case PROPOSAL, SETUP, DATA_IN, DATA_OUT, TEARDOWN ->
          throw new IllegalArgumentException("nothing runs in " + entry.state());
    };
  }

  private static Decision remove(Look look, int directive) {
    List<HasMetadata> owners =
        Stream.<HasMetadata>concat(look.containerJobs().stream(), look.mpiJobs().stream())
            .filter(owner -> ContainerObserver.isAbout(owner, directive))
            .toList();
    List<Pod> pods =
        look.containerPods().stream()
            .filter(pod -> ContainerObserver.isAbout(pod, directive))
            .toList();
    List<Secret> secrets =
        look.secrets().stream()
            .filter(secret -> ContainerObserver.isAbout(secret, directive))
            .toList();
    return Removal.decide(owners, pods, secrets);
  }

  private static Reading read(SeenWorkflow workflow) {
    return new DirectiveReader(RuleBook.standard())
        .read(JobScript.ofDirectives(workflow.directives()));
  }

  private static String profileName(Reading reading, int directive) {
    return reading.directives().stream()
        .filter(ContainerDw.class::isInstance)
        .map(ContainerDw.class::cast)
        .filter(container -> container.index() == directive)
        .map(ContainerDw::profile)
        .findFirst()
        .orElse("");
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

  private Optional<NnfContainerProfile> pinned(SeenWorkflow workflow, int directive) {
    return Optional.ofNullable(
        client
            .resources(NnfContainerProfile.class)
            .inNamespace(workflow.identity().namespace())
            .withName(Names.pinnedProfile(workflow.identity().name(), directive))
            .get());
  }
}
