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
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.List;
import java.util.stream.Stream;
import warren.api.Workflow;
import warren.names.Labels;
import warren.names.WorkflowIdentity;
import warren.operator.driver.Look;

/** What the watches have seen so far; costs the API server nothing. */
final class WatchedLook implements Look {
  private final Context<Workflow> context;
  private final WorkflowIdentity workflow;
  private final LiveLook live;

  WatchedLook(Context<Workflow> context, WorkflowIdentity workflow, LiveLook live) {
    this.context = requireNonNull(context, "context");
    this.workflow = requireNonNull(workflow, "workflow");
    this.live = requireNonNull(live, "live");
  }

  @Override
  public List<Job> containerJobs() {
    return seen(Job.class)
        .filter(job -> job.getMetadata().getNamespace().equals(workflow.namespace()))
        .toList();
  }

  @Override
  public List<Job> directoryJobs() {
    return seen(Job.class)
        .filter(job -> !job.getMetadata().getNamespace().equals(workflow.namespace()))
        .toList();
  }

  @Override
  public List<Pod> containerPods() {
    return seen(Pod.class).toList();
  }

  @Override
  public List<Pod> directoryPods() {
    return live.directoryPods();
  }

  @Override
  public List<Secret> secrets() {
    return live.secrets();
  }

  @Override
  public List<PersistentVolumeClaim> claims() {
    return seen(PersistentVolumeClaim.class).toList();
  }

  @Override
  public List<PersistentVolume> volumes() {
    return seen(PersistentVolume.class).toList();
  }

  /** Not from the watch: generic resources cannot be asked for by their class. */
  @Override
  public List<GenericKubernetesResource> mpiJobs() {
    return live.mpiJobs();
  }

  @Override
  public List<Event> events(HasMetadata object) {
    return live.events(object);
  }

  @Override
  public List<Event> systemWarnings() {
    return live.systemWarnings();
  }

  private <T extends HasMetadata> Stream<T> seen(Class<T> type) {
    return context
        .getSecondaryResourcesAsStream(type)
        .filter(
            object ->
                workflow.uid().equals(object.getMetadata().getLabels().get(Labels.WORKFLOW_UID)));
  }
}
