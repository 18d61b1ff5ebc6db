package warren.operator;

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
import warren.operator.driver.ClusterView;

/** A view without any object; a test overrides what it needs. */
public class NoObjects implements ClusterView {
  @Override
  public List<Job> containerJobs() {
    return List.of();
  }

  @Override
  public List<Job> launcherJobs(List<GenericKubernetesResource> mpiJobs) {
    return List.of();
  }

  @Override
  public List<RabbitDirectory> directories() {
    return List.of();
  }

  @Override
  public List<Pod> containerPods() {
    return List.of();
  }

  @Override
  public List<Pod> agentPods() {
    return List.of();
  }

  @Override
  public List<Secret> secrets() {
    return List.of();
  }

  @Override
  public List<PersistentVolumeClaim> claims() {
    return List.of();
  }

  @Override
  public List<PersistentVolume> volumes() {
    return List.of();
  }

  @Override
  public List<GenericKubernetesResource> mpiJobs() {
    return List.of();
  }

  @Override
  public Optional<NnfContainerProfile> pinnedProfile(String name) {
    return Optional.empty();
  }

  @Override
  public List<Event> events(HasMetadata object) {
    return List.of();
  }
}
