package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PushResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Puts images of this machine's Docker into the private registry. */
final class ImagePush {
  private final DockerClient docker;
  private final Registry registry;

  ImagePush(DockerClient docker, Registry registry) {
    this.docker = docker;
    this.registry = registry;
  }

  /**
   * @param repositoryTag {@code repository:tag}
   */
  void push(String image, String repositoryTag) {
    int colon = repositoryTag.lastIndexOf(':');
    if (colon <= repositoryTag.lastIndexOf('/')) {
      throw new IllegalArgumentException("an image in the registry needs a tag: " + repositoryTag);
    }
    String repository = registry.localAddress() + "/" + repositoryTag.substring(0, colon);
    String tag = repositoryTag.substring(colon + 1);
    try {
      docker.tagImageCmd(image, repository, tag).exec();
      try {
        push(repository, tag, image);
      } finally {
        docker.removeImageCmd(repository + ":" + tag).withNoPrune(true).exec();
      }
    } catch (DockerException e) {
      throw new ClusterException(
          "Could not push " + image + " to " + registry.localAddress() + ": " + e.getMessage(), e);
    }
  }

  private void push(String repository, String tag, String image) {
    AtomicReference<String> error = new AtomicReference<>();
    AuthConfig credentials =
        new AuthConfig()
            .withRegistryAddress(registry.localAddress())
            .withUsername(registry.username())
            .withPassword(registry.password());
    try {
      docker
          .pushImageCmd(repository)
          .withTag(tag)
          .withAuthConfig(credentials)
          .exec(
              new ResultCallback.Adapter<PushResponseItem>() {
                @Override
                public void onNext(PushResponseItem item) {
                  Optional.ofNullable(item.getErrorDetail())
                      .map(ErrorDetail::getMessage)
                      .ifPresent(error::set);
                }
              })
          .awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while pushing " + image + ".", e);
    }
    if (error.get() != null) {
      throw new ClusterException("The registry did not take " + image + ": " + error.get());
    }
  }
}
