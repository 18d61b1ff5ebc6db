package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Removes whatever is there of a cluster, whole or half. */
final class ClusterRemoval {
  private final StateDirectory state;
  private final DockerClient docker;

  ClusterRemoval(StateDirectory state, DockerClient docker) {
    this.state = state;
    this.docker = docker;
  }

  /** Removes what a failed start left, without hiding why it failed. */
  RuntimeException removeAfter(RuntimeException failure) {
    try {
      remove();
    } catch (ClusterException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /** Removes the containers, dead and alive. */
  static void removeContainers(DockerClient docker, List<Container> containers) {
    Parallel.run(
        containers.stream()
            .<Runnable>map(container -> () -> remove(docker, container.getId()))
            .toList());
  }

  /**
   * The caller holds the cluster's lock.
   *
   * @throws ClusterException when something could not be removed; it can be called again
   */
  Removed remove() {
    List<Container> containers = ClusterObserver.containers(docker, state.name());
    Optional<String> image = containers.stream().map(Container::getImage).findFirst();
    try {
      removeContainers(docker, containers);
      List<String> networks = ClusterObserver.networks(docker, state.name());
      networks.forEach(network -> docker.removeNetworkCmd(network).exec());
      int volumes = removeVolumes();
      Optional<Path> folder = Optional.of(state.path()).filter(path -> state.exists());
      folder.ifPresent(path -> new FolderRemoval(path).remove(image));
      return new Removed(
          containers.stream().map(ClusterRemoval::name).toList(),
          networks.size(),
          volumes,
          folder.stream().toList());
    } catch (DockerException e) {
      throw new ClusterException(
          "Docker could not remove all of "
              + state.name().value()
              + ": "
              + e.getMessage()
              + ". Try again.",
          e);
    }
  }

  private static void remove(DockerClient docker, String container) {
    try {
      docker.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      // The reaper, or somebody else, was faster: that is what we want.
      return;
    }
  }

  private int removeVolumes() {
    List<InspectVolumeResponse> volumes =
        docker
            .listVolumesCmd()
            .withFilter("label", List.of(Labels.filter(state.name())))
            .exec()
            .getVolumes();
    if (volumes == null) {
      return 0;
    }
    volumes.forEach(volume -> docker.removeVolumeCmd(volume.getName()).exec());
    return volumes.size();
  }

  private static String name(Container container) {
    String[] names = container.getNames();
    return names == null || names.length == 0 ? container.getId() : names[0].substring(1);
  }
}
