package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A cluster of one test run. It is removed when it is closed, and soon after this process ends,
 * however it ends; only its folder then stays until the next test cluster of this checkout starts.
 */
public final class TestCluster implements AutoCloseable {
  private final StateDirectory state;
  private final DockerClient docker;
  private final ClusterLock lock;
  private final Cluster cluster;

  private TestCluster(
      StateDirectory state, DockerClient docker, ClusterLock lock, Cluster cluster) {
    this.state = state;
    this.docker = docker;
    this.lock = lock;
    this.cluster = cluster;
  }

  /**
   * Starts a cluster for tests of the checkout around the working directory, see {@link
   * Checkout#find}.
   */
  public static TestCluster start(Progress progress) {
    return start(Checkout.find(), progress);
  }

  /**
   * Starts a cluster of the same shape as the kept one, under a name of its own.
   *
   * @throws ClusterException when it can't be; what was started for it is removed again
   */
  public static TestCluster start(Checkout checkout, Progress progress) {
    ImageBuild build = new ImageBuild(checkout);
    progress.during("setting up Docker", () -> build.setUpDocker(progress));
    ClusterImages images = progress.during("building images", () -> build.build(progress));
    DockerClient docker = Testcontainers.docker();
    TestLeftovers.remove(checkout, docker);
    StateDirectory state =
        StateDirectory.of(ClusterName.test(checkout, ThreadLocalRandom.current()));
    ClusterLock lock = ClusterLock.acquire(state.lockFile(), () -> {});
    try {
      Testcontainers.prepare(images);
      progress.during("starting the reaper", () -> Testcontainers.reap(Labels.of(state.name())));
      Cluster cluster =
          new ClusterStart(state, docker, images).start(build.mpiOperatorManifest(), progress);
      return new TestCluster(state, docker, lock, cluster);
    } catch (RuntimeException e) {
      RuntimeException failure = new ClusterRemoval(state, docker).removeAfter(e);
      lock.closeAndForget();
      state.removeEmptyBase();
      throw failure;
    }
  }

  /** The cluster, to be used until {@link #close}. */
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public void close() {
    TestLeftovers.remove(state, docker, lock);
  }
}
