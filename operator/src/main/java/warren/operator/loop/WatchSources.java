package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.config.informer.FieldSelector;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import warren.api.SystemConfiguration;
import warren.api.Workflow;
import warren.names.Labels;

/**
 * Sets up the informers behind {@link Watches}: what each one selects, and whose objects it has.
 */
final class WatchSources {
  private final EventSourceContext<Workflow> context;
  private final Set<String> workflowNamespaces;
  private final List<EventSource<?, Workflow>> sources = new ArrayList<>();

  WatchSources(EventSourceContext<Workflow> context, Set<String> workflowNamespaces) {
    this.context = requireNonNull(context, "context");
    this.workflowNamespaces = Set.copyOf(workflowNamespaces);
  }

  /** All informers set up so far, and one more source. */
  List<EventSource<?, Workflow>> with(EventSource<?, Workflow> other) {
    List<EventSource<?, Workflow>> all = new ArrayList<>(sources);
    all.add(other);
    return List.copyOf(all);
  }

  /** Objects that carry the workflow's UID as a label, by that UID. */
  <T extends HasMetadata> Watched<T> labelled(String name, Class<T> type, Set<String> namespaces) {
    return byWorkflow(
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(type, Workflow.class)
                .withName(name)
                .withNamespaces(namespaces)
                .withLabelSelector(Labels.WORKFLOW_UID)
                .withSecondaryToPrimaryMapper(WatchSources::byLabels)
                .build(),
            context));
  }

  /** Volumes of workflows, by the UID of the workflow. */
  Watched<PersistentVolume> volumes() {
    return byWorkflow(
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(PersistentVolume.class, Workflow.class)
                .withName("volumes")
                .withWatchAllNamespaces()
                .withLabelSelector(Labels.WORKFLOW_UID)
                .withSecondaryToPrimaryMapper(WatchSources::byLabels)
                .build(),
            context));
  }

  /** MPIJobs of workflows, by the UID of the workflow. */
  Watched<GenericKubernetesResource> mpiJobs() {
    return byWorkflow(
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(MpiJobKind.GROUP_VERSION_KIND, Workflow.class)
                .withName("mpijobs")
                .withNamespaces(workflowNamespaces)
                .withLabelSelector(Labels.WORKFLOW_UID)
                .withSecondaryToPrimaryMapper(WatchSources::byLabels)
                .build(),
            context));
  }

  /** A launcher's Job has no label of ours; the MPIJob that owns the Job has them. */
  Watched<Job> launchers(Supplier<Optional<Watched<GenericKubernetesResource>>> mpiJobs) {
    return added(
        Watched.by(
            WatchSources::controller,
            new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Job.class, Workflow.class)
                    .withName("launchers")
                    .withNamespaces(workflowNamespaces)
                    .withLabelSelector(MpiJobKind.JOB_LABEL)
                    .withSecondaryToPrimaryMapper(job -> workflowOfLauncher(job, mpiJobs.get()))
                    .build(),
                context)));
  }

  private static Set<ResourceID> workflowOfLauncher(
      Job job, Optional<Watched<GenericKubernetesResource>> mpiJobs) {
    return owner(job)
        .flatMap(
            owner ->
                mpiJobs.flatMap(all -> all.get(job.getMetadata().getNamespace(), owner.getName())))
        .map(WatchSources::byLabels)
        .orElse(Set.of());
  }

  /** Objects that have the workflow's own name, and may lack our labels. */
  <T extends HasMetadata> Watched<T> namesakes(String name, Class<T> type) {
    return added(
        new Watched<>(
            new InformerEventSource<>(
                InformerEventSourceConfiguration.from(type, Workflow.class)
                    .withName(name)
                    .withNamespaces(workflowNamespaces)
                    .withSecondaryToPrimaryMapper(object -> Set.of(ResourceID.fromResource(object)))
                    .build(),
                context)));
  }

  /** Objects whose change is no reason for a pass. */
  <T extends HasMetadata> Watched<T> silent(String name, Class<T> type, Set<String> namespaces) {
    return added(
        new Watched<>(
            new InformerEventSource<>(
                InformerEventSourceConfiguration.from(type, Workflow.class)
                    .withName(name)
                    .withNamespaces(namespaces)
                    .withSecondaryToPrimaryMapper(object -> Set.of())
                    .build(),
                context)));
  }

  /** Events of the workflow namespaces, by the UID of the object that they are about. */
  Watched<Event> events() {
    return added(
        Watched.by(
            event -> event.getInvolvedObject() == null ? null : event.getInvolvedObject().getUid(),
            new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Event.class, Workflow.class)
                    .withName("events")
                    .withNamespaces(workflowNamespaces)
                    // Those would be the operator's own, some for each state of each Workflow.
                    .withFieldSelector(
                        new FieldSelector(
                            new FieldSelector.Field("involvedObject.kind", "Workflow", true)))
                    .withSecondaryToPrimaryMapper(event -> Set.of())
                    .build(),
                context)));
  }

  /** The one SystemConfiguration that counts. */
  Watched<SystemConfiguration> systemConfiguration() {
    return added(
        new Watched<>(
            new InformerEventSource<>(
                InformerEventSourceConfiguration.from(SystemConfiguration.class, Workflow.class)
                    .withName("system-configuration")
                    .withNamespaces(SystemConfiguration.DEFAULT)
                    .withFieldSelector(
                        new FieldSelector(
                            new FieldSelector.Field("metadata.name", SystemConfiguration.DEFAULT)))
                    .withSecondaryToPrimaryMapper(system -> Set.of())
                    .build(),
                context)));
  }

  /** Their heartbeats are Leases, so a node changes a few times an hour. */
  Watched<Node> nodes() {
    return added(
        new Watched<>(
            new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Node.class, Workflow.class)
                    .withName("nodes")
                    .withWatchAllNamespaces()
                    .withSecondaryToPrimaryMapper(node -> Set.of())
                    .build(),
                context)));
  }

  private <T extends HasMetadata> Watched<T> byWorkflow(InformerEventSource<T, Workflow> source) {
    return added(
        Watched.by(object -> object.getMetadata().getLabels().get(Labels.WORKFLOW_UID), source));
  }

  private <T extends HasMetadata> Watched<T> added(Watched<T> watched) {
    sources.add(watched.source());
    return watched;
  }

  private static String controller(Job job) {
    return owner(job).map(OwnerReference::getUid).orElse(null);
  }

  private static Optional<OwnerReference> owner(Job job) {
    return job.getMetadata().getOwnerReferences().stream()
        .filter(reference -> MpiJobKind.KIND.equals(reference.getKind()))
        .findFirst();
  }

  private static <T extends HasMetadata> Set<ResourceID> byLabels(T object) {
    Map<String, String> labels = object.getMetadata().getLabels();
    String name = labels.get(Labels.WORKFLOW_NAME);
    String namespace = labels.get(Labels.WORKFLOW_NAMESPACE);
    return name == null || namespace == null ? Set.of() : Set.of(new ResourceID(name, namespace));
  }
}
