package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.ResourceCache;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.MDC;
import warren.api.Computes;
import warren.api.Workflow;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.dw.WorkflowState;
import warren.names.Names;
import warren.names.WorkflowIdentity;
import warren.operator.deadlines.Alarms;
import warren.operator.decision.Ownership;
import warren.operator.driver.JobPlaces;
import warren.operator.driver.WorkflowSnapshot;

/**
 * Collects what a pass needs, makes the pass, sets the alarms. Never writes through the framework.
 */
final class WorkflowReconciler implements Reconciler<Workflow> {
  private final KubernetesClient client;
  private final Watches watches;
  private final Machine machine;
  private final Supplier<RuleBook> rules;
  private final WorkflowPass pass;
  private final Alarms alarms;
  private final InstantSource clock;
  private volatile ResourceCache<Workflow> cache;

  WorkflowReconciler(
      KubernetesClient client,
      Watches watches,
      Supplier<RuleBook> rules,
      WorkflowPass pass,
      Alarms alarms,
      InstantSource clock) {
    this.client = requireNonNull(client, "client");
    this.watches = requireNonNull(watches, "watches");
    this.machine = new Machine(watches);
    this.rules = requireNonNull(rules, "rules");
    this.pass = requireNonNull(pass, "pass");
    this.alarms = requireNonNull(alarms, "alarms");
    this.clock = requireNonNull(clock, "clock");
  }

  /** All cached workflows, not to be changed; none before the watches are set up. */
  Stream<Workflow> workflows() {
    return Optional.ofNullable(cache).stream().flatMap(all -> all.list(workflow -> true));
  }

  @Override
  public List<EventSource<?, Workflow>> prepareEventSources(EventSourceContext<Workflow> context) {
    cache = context.getPrimaryCache();
    return watches.all(context);
  }

  @Override
  public UpdateControl<Workflow> reconcile(Workflow workflow, Context<Workflow> context) {
    WorkflowIdentity identity =
        new WorkflowIdentity(
            workflow.getMetadata().getNamespace(),
            workflow.getMetadata().getName(),
            workflow.getMetadata().getUid());
    // The framework sets keys of its own, but not for log lines of deleted workflows.
    MDC.put("workflow", identity.namespace() + "/" + identity.name());
    MDC.put("uid", identity.uid());
    try {
      reconcile(workflow, identity, context.isPrimaryResourceDeleted());
    } finally {
      MDC.remove("workflow");
      MDC.remove("uid");
    }
    return UpdateControl.noUpdate();
  }

  private void reconcile(Workflow workflow, WorkflowIdentity identity, boolean isDeleted) {
    if (isDeleted) {
      alarms.set(identity.namespace(), identity.name(), Map.of());
      pass.forget(identity.uid());
      return;
    }
    alarms.set(
        identity.namespace(),
        identity.name(),
        pass.over(workflow, lease(identity), sources(workflow, identity), clock.instant()));
  }

  private Optional<Lease> lease(WorkflowIdentity workflow) {
    return watches
        .leases()
        .get(workflow.namespace(), Names.lease(workflow.name()))
        .filter(lease -> Ownership.isOf(lease, workflow));
  }

  private WorkflowSnapshot.Sources sources(Workflow resource, WorkflowIdentity workflow) {
    LiveView live = new LiveView(client, watches, workflow);
    return new WorkflowSnapshot.Sources(
        () ->
            new DirectiveReader(rules.get())
                .read(JobScript.ofDirectives(resource.getSpec().directives())),
        () -> JobPlaces.of(computes(resource, workflow), machine.layout(), watches::hasNode),
        new CachedProfiles(watches, client),
        new CachedView(watches, workflow, live),
        live);
  }

  /**
   * Before Setup is ready a live read: the workload manager fills the Computes and asks for Setup a
   * moment later, and the two watches may bring both in the other order. Storage on the computes of
   * a moment ago would be storage on the wrong Rabbits.
   */
  private Optional<Computes> computes(Workflow resource, WorkflowIdentity workflow) {
    Optional<Computes> computes =
        isBeforeData(resource)
            ? Optional.ofNullable(
                client
                    .resources(Computes.class)
                    .inNamespace(workflow.namespace())
                    .withName(workflow.name())
                    .get())
            : watches.computes().get(workflow.namespace(), workflow.name());
    return computes.filter(named -> named.hasOwnerReferenceFor(workflow.uid()));
  }

  private static boolean isBeforeData(Workflow resource) {
    return WorkflowState.of(resource.getSpec().desiredState())
        .filter(state -> state.compareTo(WorkflowState.SETUP) <= 0)
        .isPresent();
  }
}
