package warren.operator.loop;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.api.RabbitDirectory;
import warren.names.WorkflowIdentity;
import warren.operator.driver.ClusterView;

/** The objects as the watches have reported them; costs the API server nothing. */
final class CachedView implements ClusterView {
  private final Watches watches;
  private final WorkflowIdentity workflow;
  private final ClusterView live;

  /**
   * A view of one workflow.
   *
   * @param live for the few things that nothing watches
   */
  CachedView(Watches watches, WorkflowIdentity workflow, ClusterView live) {
    this.watches = requireNonNull(watches, "watches");
    this.workflow = requireNonNull(workflow, "workflow");
    this.live = requireNonNull(live, "live");
  }

  @Override
  public List<Job> containerJobs() {
    return watches.jobs().of(workflow.uid());
  }

  @Override
  public List<Job> launcherJobs(List<GenericKubernetesResource> mpiJobs) {
    return mpiJobs.stream()
        .flatMap(owner -> watches.launchers().of(owner.getMetadata().getUid()).stream())
        .toList();
  }

  @Override
  public List<RabbitDirectory> directories() {
    return watches.directories().of(workflow.uid());
  }

  @Override
  public List<Pod> containerPods() {
    return watches.pods().of(workflow.uid());
  }

  /** Live: asked for only when an agent does not answer, and nothing watches these pods. */
  @Override
  public List<Pod> agentPods() {
    return live.agentPods();
  }

  @Override
  public List<Secret> secrets() {
    return watches.secrets().of(workflow.uid());
  }

  @Override
  public List<PersistentVolumeClaim> claims() {
    return watches.claims().of(workflow.uid());
  }

  @Override
  public List<PersistentVolume> volumes() {
    return watches.volumes().of(workflow.uid());
  }

  @Override
  public List<GenericKubernetesResource> mpiJobs() {
    return watches.mpiJobs().map(mpiJobs -> mpiJobs.of(workflow.uid())).orElse(List.of());
  }

  @Override
  public Optional<NnfContainerProfile> pinnedProfile(String name) {
    return watches.pinnedProfiles().get(workflow.namespace(), name);
  }

  @Override
  public List<Event> events(HasMetadata object) {
    return watches.events().of(object.getMetadata().getUid());
  }
}
