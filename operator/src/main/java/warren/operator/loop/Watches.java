package warren.operator.loop;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.FieldSelector;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import warren.api.Computes;
import warren.api.NnfContainerProfile;
import warren.api.RabbitDirectory;
import warren.api.SystemConfiguration;
import warren.api.Workflow;
import warren.names.Labels;

/**
 * What is watched besides Workflows, and to which workflow an object belongs. The only caches of
 * the operator; filled when the operator starts.
 */
final class Watches {
  /** How many Workflows one answer of the API server holds when the operator starts. */
  static final long LIST_LIMIT = 500;

  private final Set<String> workflowNamespaces;
  private final String systemNamespace;
  private final String profileNamespace;
  private final boolean knowsMpiJobs;
  private final SimpleInboundEventSource<Workflow> alarms =
      new SimpleInboundEventSource<>("alarms");
  private final List<EventSource<?, Workflow>> sources = new ArrayList<>();

  private Watched<Job> jobs;
  private Watched<Job> launchers;
  private Watched<RabbitDirectory> directories;
  private Watched<Pod> pods;
  private Watched<PersistentVolumeClaim> claims;
  private Watched<PersistentVolume> volumes;
  private Watched<Secret> secrets;
  private Watched<Event> events;
  private Watched<Computes> computes;
  private Watched<Lease> leases;
  private Watched<NnfContainerProfile> pinnedProfiles;
  private Watched<NnfContainerProfile> profiles;
  private Watched<SystemConfiguration> systemConfigurations;
  private Watched<Node> nodes;
  private Watched<GenericKubernetesResource> mpiJobs;

  /**
   * Watches that have not started.
   *
   * @param workflowNamespaces where workflows are, and everything that is in their namespace
   * @param systemNamespace where the RabbitDirectories are
   * @param profileNamespace where an administrator keeps the profiles
   */
  Watches(
      KubernetesClient client,
      Set<String> workflowNamespaces,
      String systemNamespace,
      String profileNamespace) {
    this.workflowNamespaces = Set.copyOf(workflowNamespaces);
    this.systemNamespace = systemNamespace;
    this.profileNamespace = profileNamespace;
    this.knowsMpiJobs = client.supports(MpiJobKind.API_VERSION, MpiJobKind.KIND);
  }

  String systemNamespace() {
    return systemNamespace;
  }

  String profileNamespace() {
    return profileNamespace;
  }

  /** Whether the cluster had Kubeflow's MPIJob when the operator started. */
  boolean knowsMpiJobs() {
    return knowsMpiJobs;
  }

  /** Has the operator pass over this workflow now. */
  void ring(String namespace, String name) {
    alarms.propagateEvent(new ResourceID(name, namespace));
  }

  /** Jobs with a workflow's UID as a label, by that UID. */
  Watched<Job> jobs() {
    return jobs;
  }

  /** Jobs that mpi-operator created for launchers, by the UID of the MPIJob. */
  Watched<Job> launchers() {
    return launchers;
  }

  /** Directories on Rabbits, by the UID of the workflow. */
  Watched<RabbitDirectory> directories() {
    return directories;
  }

  /** Pods of containers, by the UID of the workflow. */
  Watched<Pod> pods() {
    return pods;
  }

  /** Claims, by the UID of the workflow. */
  Watched<PersistentVolumeClaim> claims() {
    return claims;
  }

  /** Volumes, by the UID of the workflow. */
  Watched<PersistentVolume> volumes() {
    return volumes;
  }

  /** The volumes of all workflows; none before the watches are set up. */
  Stream<PersistentVolume> allVolumes() {
    return Optional.ofNullable(volumes).stream().flatMap(Watched::all);
  }

  /** Copies of pull secrets, by the UID of the workflow. */
  Watched<Secret> secrets() {
    return secrets;
  }

  /** Events of the workflows' namespaces, by the UID of the object that the event is about. */
  Watched<Event> events() {
    return events;
  }

  /** The Computes of workflows; each has its workflow's name. */
  Watched<Computes> computes() {
    return computes;
  }

  /** The leases of runners; each has its workflow's name. */
  Watched<Lease> leases() {
    return leases;
  }

  /** Profiles in the workflows' namespaces. */
  Watched<NnfContainerProfile> pinnedProfiles() {
    return pinnedProfiles;
  }

  /** Profiles that an administrator keeps. */
  Watched<NnfContainerProfile> profiles() {
    return profiles;
  }

  /** At most the one SystemConfiguration that counts. */
  Watched<SystemConfiguration> systemConfigurations() {
    return systemConfigurations;
  }

  /** Whether a node of the cluster has this name; nodes that are not ready count. */
  boolean hasNode(String name) {
    return nodes.get(null, name).isPresent();
  }

  /** MPIJobs, by the UID of the workflow; empty where the cluster does not have the kind. */
  Optional<Watched<GenericKubernetesResource>> mpiJobs() {
    return Optional.ofNullable(mpiJobs);
  }

  /** Sets up all watches; to be called once. */
  List<EventSource<?, Workflow>> all(EventSourceContext<Workflow> context) {
    sources.add(alarms);
    jobs = labelled("jobs", Job.class, workflowNamespaces, context);
    directories = labelled("directories", RabbitDirectory.class, Set.of(systemNamespace), context);
    launchers = launchers(context);
    pods = labelled("pods", Pod.class, workflowNamespaces, context);
    claims = labelled("claims", PersistentVolumeClaim.class, workflowNamespaces, context);
    secrets = labelled("secrets", Secret.class, workflowNamespaces, context);
    volumes = volumes(context);
    events = events(context);
    computes = namesakes("computes", Computes.class, context);
    leases = namesakes("leases", Lease.class, context);
    pinnedProfiles =
        silent("pinned-profiles", NnfContainerProfile.class, workflowNamespaces, context);
    profiles = silent("profiles", NnfContainerProfile.class, Set.of(profileNamespace), context);
    systemConfigurations = systemConfiguration(context);
    nodes = nodes(context);
    if (knowsMpiJobs) {
      mpiJobs = mpiJobs(context);
    }
    return List.copyOf(sources);
  }

  private <T extends HasMetadata> Watched<T> labelled(
      String name, Class<T> type, Set<String> namespaces, EventSourceContext<Workflow> context) {
    return byWorkflow(
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(type, Workflow.class)
                .withName(name)
                .withNamespaces(namespaces)
                .withLabelSelector(Labels.WORKFLOW_UID)
                .withSecondaryToPrimaryMapper(Watches::byLabels)
                .build(),
            context));
  }

  private Watched<PersistentVolume> volumes(EventSourceContext<Workflow> context) {
    return byWorkflow(
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(PersistentVolume.class, Workflow.class)
                .withName("volumes")
                .withWatchAllNamespaces()
                .withLabelSelector(Labels.WORKFLOW_UID)
                .withSecondaryToPrimaryMapper(Watches::byLabels)
                .build(),
            context));
  }

  private Watched<GenericKubernetesResource> mpiJobs(EventSourceContext<Workflow> context) {
    return byWorkflow(
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(MpiJobKind.GROUP_VERSION_KIND, Workflow.class)
                .withName("mpijobs")
                .withNamespaces(workflowNamespaces)
                .withLabelSelector(Labels.WORKFLOW_UID)
                .withSecondaryToPrimaryMapper(Watches::byLabels)
                .build(),
            context));
  }

  /** A launcher's Job has no label of ours; the MPIJob that owns the Job has them. */
  private Watched<Job> launchers(EventSourceContext<Workflow> context) {
    return added(
        Watched.by(
            Watches::controller,
            new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Job.class, Workflow.class)
                    .withName("launchers")
                    .withNamespaces(workflowNamespaces)
                    .withLabelSelector(MpiJobKind.JOB_LABEL)
                    .withSecondaryToPrimaryMapper(this::workflowOfLauncher)
                    .build(),
                context)));
  }

  private Set<ResourceID> workflowOfLauncher(Job job) {
    return owner(job)
        .flatMap(
            owner ->
                mpiJobs()
                    .flatMap(all -> all.get(job.getMetadata().getNamespace(), owner.getName())))
        .map(Watches::byLabels)
        .orElse(Set.of());
  }

  /** Objects that have the workflow's own name, and may lack our labels. */
  private <T extends HasMetadata> Watched<T> namesakes(
      String name, Class<T> type, EventSourceContext<Workflow> context) {
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
  private <T extends HasMetadata> Watched<T> silent(
      String name, Class<T> type, Set<String> namespaces, EventSourceContext<Workflow> context) {
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

  private Watched<Event> events(EventSourceContext<Workflow> context) {
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

  private Watched<SystemConfiguration> systemConfiguration(EventSourceContext<Workflow> context) {
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
  private Watched<Node> nodes(EventSourceContext<Workflow> context) {
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
