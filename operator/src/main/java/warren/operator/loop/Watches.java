package warren.operator.loop;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import warren.api.Computes;
import warren.api.NnfContainerProfile;
import warren.api.RabbitDirectory;
import warren.api.SystemConfiguration;
import warren.api.Workflow;

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
    WatchSources sources = new WatchSources(context, workflowNamespaces);
    jobs = sources.labelled("jobs", Job.class, workflowNamespaces);
    directories = sources.labelled("directories", RabbitDirectory.class, Set.of(systemNamespace));
    launchers = sources.launchers(this::mpiJobs);
    pods = sources.labelled("pods", Pod.class, workflowNamespaces);
    claims = sources.labelled("claims", PersistentVolumeClaim.class, workflowNamespaces);
    secrets = sources.labelled("secrets", Secret.class, workflowNamespaces);
    volumes = sources.volumes();
    events = sources.events();
    computes = sources.namesakes("computes", Computes.class);
    leases = sources.namesakes("leases", Lease.class);
    pinnedProfiles =
        sources.silent("pinned-profiles", NnfContainerProfile.class, workflowNamespaces);
    profiles = sources.silent("profiles", NnfContainerProfile.class, Set.of(profileNamespace));
    systemConfigurations = sources.systemConfiguration();
    nodes = sources.nodes();
    if (knowsMpiJobs) {
      mpiJobs = sources.mpiJobs();
    }
    return sources.with(alarms);
  }
}
