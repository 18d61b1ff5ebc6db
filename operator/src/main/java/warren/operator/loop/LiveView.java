package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import warren.api.NnfContainerProfile;
import warren.api.RabbitDirectory;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.driver.BareSecret;
import warren.operator.driver.ClusterView;
import warren.operator.driver.Once;
import warren.operator.driver.RabbitAgents;

/**
 * The objects as the API server has them now. Each kind is listed at most once, when first asked
 * for, so that the number of requests of a pass does not depend on the number of directives.
 */
final class LiveView implements ClusterView {
  private final KubernetesClient client;
  private final Watches watches;
  private final WorkflowIdentity workflow;
  private final String systemNamespace;
  private final Supplier<List<Job>> containerJobs;
  private final Supplier<List<Job>> launcherJobs;
  private final Supplier<List<RabbitDirectory>> directories;
  private final Supplier<List<Pod>> containerPods;
  private final Supplier<List<Pod>> agentPods;
  private final Supplier<List<Secret>> secrets;
  private final Supplier<List<PersistentVolumeClaim>> claims;
  private final Supplier<List<PersistentVolume>> volumes;
  private final Supplier<List<GenericKubernetesResource>> mpiJobs;
  private final Supplier<List<NnfContainerProfile>> pinnedProfiles;

  /** A view that has asked nothing yet. */
  LiveView(KubernetesClient client, Watches watches, WorkflowIdentity workflow) {
    this.client = requireNonNull(client, "client");
    this.watches = requireNonNull(watches, "watches");
    this.workflow = requireNonNull(workflow, "workflow");
    this.systemNamespace = watches.systemNamespace();
    String own = workflow.namespace();
    this.containerJobs = new Once<>(() -> labelled(client.batch().v1().jobs().inNamespace(own)));
    this.launcherJobs = new Once<>(this::launchers);
    this.directories =
        new Once<>(
            () -> labelled(client.resources(RabbitDirectory.class).inNamespace(systemNamespace)));
    this.containerPods = new Once<>(() -> labelled(client.pods().inNamespace(own)));
    this.agentPods = new Once<>(() -> RabbitAgents.pods(client, systemNamespace));
    this.secrets =
        new Once<>(
            () ->
                labelled(client.secrets().inNamespace(own)).stream().map(BareSecret::of).toList());
    this.claims = new Once<>(() -> labelled(client.persistentVolumeClaims().inNamespace(own)));
    this.volumes = new Once<>(() -> labelled(client.persistentVolumes()));
    this.mpiJobs =
        new Once<>(
            () ->
                watches.knowsMpiJobs()
                    ? labelled(
                        client.genericKubernetesResources(MpiJobKind.CONTEXT).inNamespace(own))
                    : List.of());
    this.pinnedProfiles =
        new Once<>(() -> labelled(client.resources(NnfContainerProfile.class).inNamespace(own)));
  }

  private <T extends HasMetadata, L extends KubernetesResourceList<T>> List<T> labelled(
      FilterWatchListDeletable<T, L, ?> all) {
    return all.withLabel(Labels.WORKFLOW_UID, workflow.uid()).list().getItems();
  }

  private List<Job> launchers() {
    return client
        .batch()
        .v1()
        .jobs()
        .inNamespace(workflow.namespace())
        .withLabel(MpiJobKind.JOB_LABEL)
        .list()
        .getItems();
  }

  @Override
  public List<Job> containerJobs() {
    return containerJobs.get();
  }

  @Override
  public List<Job> launcherJobs(List<GenericKubernetesResource> mpiJobs) {
    return launcherJobs.get().stream()
        .filter(
            job ->
                mpiJobs.stream()
                    .anyMatch(owner -> job.hasOwnerReferenceFor(owner.getMetadata().getUid())))
        .toList();
  }

  @Override
  public List<RabbitDirectory> directories() {
    return directories.get();
  }

  @Override
  public List<Pod> containerPods() {
    return containerPods.get();
  }

  @Override
  public List<Pod> agentPods() {
    return agentPods.get();
  }

  @Override
  public List<Secret> secrets() {
    return secrets.get();
  }

  @Override
  public List<PersistentVolumeClaim> claims() {
    return claims.get();
  }

  @Override
  public List<PersistentVolume> volumes() {
    return volumes.get();
  }

  @Override
  public List<GenericKubernetesResource> mpiJobs() {
    return mpiJobs.get();
  }

  /** The workflow's own copies only: a request for each name would grow with the directives. */
  @Override
  public Optional<NnfContainerProfile> pinnedProfile(String name) {
    return pinnedProfiles.get().stream()
        .filter(profile -> profile.getMetadata().getName().equals(name))
        .findFirst();
  }

  /** From the cache: events only explain. */
  @Override
  public List<Event> events(HasMetadata object) {
    return watches.events().of(object.getMetadata().getUid());
  }
}
