package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.api.Workflow;
import warren.dw.WorkflowState;
import warren.names.WorkflowIdentity;
import warren.operator.deadlines.Alarms;
import warren.operator.driver.Look;

/** Sees, has it decided and carried out, sets the alarms. Never writes through the framework. */
final class WorkflowReconciler implements Reconciler<Workflow> {
  private final KubernetesClient client;
  private final Watches watches;
  private final WorkflowPass pass;
  private final Alarms alarms;
  private final InstantSource clock;

  WorkflowReconciler(
      KubernetesClient client,
      Watches watches,
      WorkflowPass pass,
      Alarms alarms,
      InstantSource clock) {
    this.client = requireNonNull(client, "client");
    this.watches = requireNonNull(watches, "watches");
    this.pass = requireNonNull(pass, "pass");
    this.alarms = requireNonNull(alarms, "alarms");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public List<EventSource<?, Workflow>> prepareEventSources(EventSourceContext<Workflow> context) {
    return watches.all(context);
  }

  @Override
  public UpdateControl<Workflow> reconcile(Workflow workflow, Context<Workflow> context) {
    WorkflowIdentity identity =
        new WorkflowIdentity(
            workflow.getMetadata().getNamespace(),
            workflow.getMetadata().getName(),
            workflow.getMetadata().getUid());
    if (context.isPrimaryResourceDeleted()) {
      alarms.set(identity.namespace(), identity.name(), Map.of());
      pass.forget(identity.uid());
      return UpdateControl.noUpdate();
    }
    LiveLook live =
        new LiveLook(client, identity, watches.systemNamespace(), watches.knowsMpiJobs());
    Look look = isEnding(workflow) ? live : new WatchedLook(context, identity, live);
    alarms.set(identity.namespace(), identity.name(), pass.over(workflow, look, clock.instant()));
    return UpdateControl.noUpdate();
  }

  private static boolean isEnding(Workflow workflow) {
    return workflow.isMarkedForDeletion()
        || Optional.ofNullable(workflow.getStatus())
            .filter(status -> WorkflowState.TEARDOWN.word().equals(status.state()))
            .isPresent();
  }
}
