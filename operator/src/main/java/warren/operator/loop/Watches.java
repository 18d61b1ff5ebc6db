package warren.operator.loop;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warren.api.Computes;
import warren.api.Workflow;
import warren.names.Labels;

/** What is watched besides Workflows, and which workflow an object is of. They only look. */
final class Watches {
  private final Set<String> workflowNamespaces;
  private final String systemNamespace;
  private final boolean knowsMpiJobs;
  private final SimpleInboundEventSource<Workflow> alarms =
      new SimpleInboundEventSource<>("alarms");

  /**
   * @param workflowNamespaces where workflows are, and all that is in their namespace
   * @param systemNamespace where the Jobs for directories are
   */
  Watches(KubernetesClient client, Set<String> workflowNamespaces, String systemNamespace) {
    this.workflowNamespaces = Set.copyOf(workflowNamespaces);
    this.systemNamespace = systemNamespace;
    this.knowsMpiJobs = client.supports(apiVersion(), LiveLook.MPI_KIND);
  }

  String systemNamespace() {
    return systemNamespace;
  }

  /** Whether the cluster had Kubeflow's MPIJob when the operator started. */
  boolean knowsMpiJobs() {
    return knowsMpiJobs;
  }

  /** Has this workflow looked at now. */
  void ring(String namespace, String name) {
    alarms.propagateEvent(new ResourceID(name, namespace));
  }

  List<EventSource<?, Workflow>> all(EventSourceContext<Workflow> context) {
    Set<String> both = new LinkedHashSet<>(workflowNamespaces);
    both.add(systemNamespace);
    List<EventSource<?, Workflow>> sources = new ArrayList<>();
    sources.add(alarms);
    sources.add(labelled("jobs", Job.class, both, context));
    sources.add(labelled("pods", Pod.class, workflowNamespaces, context));
    sources.add(labelled("claims", PersistentVolumeClaim.class, workflowNamespaces, context));
    sources.add(volumes(context));
    sources.add(namesakes("computes", Computes.class, context));
    sources.add(namesakes("leases", Lease.class, context));
    if (knowsMpiJobs) {
      sources.add(mpiJobs(context));
    }
    return sources;
  }

  private static <T extends HasMetadata> EventSource<?, Workflow> labelled(
      String name, Class<T> type, Set<String> namespaces, EventSourceContext<Workflow> context) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(type, Workflow.class)
            .withName(name)
            .withNamespaces(namespaces)
            .withLabelSelector(Labels.WORKFLOW_UID)
            .withSecondaryToPrimaryMapper(Watches::byLabels)
            .build(),
        context);
  }

  private static EventSource<?, Workflow> volumes(EventSourceContext<Workflow> context) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(PersistentVolume.class, Workflow.class)
            .withName("volumes")
            .withWatchAllNamespaces()
            .withLabelSelector(Labels.WORKFLOW_UID)
            .withSecondaryToPrimaryMapper(Watches::byLabels)
            .build(),
        context);
  }

  /** Objects that have the workflow's own name, and may lack our labels. */
  private <T extends HasMetadata> EventSource<?, Workflow> namesakes(
      String name, Class<T> type, EventSourceContext<Workflow> context) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(type, Workflow.class)
            .withName(name)
            .withNamespaces(workflowNamespaces)
            .withSecondaryToPrimaryMapper(object -> Set.of(ResourceID.fromResource(object)))
            .build(),
        context);
  }

  private EventSource<?, Workflow> mpiJobs(EventSourceContext<Workflow> context) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(
                new GroupVersionKind(LiveLook.MPI_GROUP, LiveLook.MPI_VERSION, LiveLook.MPI_KIND),
                Workflow.class)
            .withName("mpijobs")
            .withNamespaces(workflowNamespaces)
            .withLabelSelector(Labels.WORKFLOW_UID)
            .withSecondaryToPrimaryMapper(Watches::byLabels)
            .build(),
        context);
  }

  private static <T extends HasMetadata> Set<ResourceID> byLabels(T object) {
    Map<String, String> labels = object.getMetadata().getLabels();
    String name = labels.get(Labels.WORKFLOW_NAME);
    String namespace = labels.get(Labels.WORKFLOW_NAMESPACE);
    return name == null || namespace == null ? Set.of() : Set.of(new ResourceID(name, namespace));
  }

  private static String apiVersion() {
    return LiveLook.MPI_GROUP + "/" + LiveLook.MPI_VERSION;
  }
}
