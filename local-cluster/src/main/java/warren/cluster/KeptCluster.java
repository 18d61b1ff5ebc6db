package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.cluster.ClusterStatus.Absent;
import warren.cluster.ClusterStatus.Broken;
import warren.cluster.ClusterStatus.Running;

/**
 * The one cluster that a checkout keeps. It outlives the process that starts it and goes only by
 * {@link #down}. Every call may be repeated; calls of several processes wait for each other.
 */
public final class KeptCluster {
  private static final Duration HEALING = Duration.ofSeconds(30);

  private static final String BEING_CHANGED = "another call is changing it right now";

  private final Checkout checkout;
  private final StateDirectory state;

  /** The kept cluster of this checkout, whether it is there or not. */
  public KeptCluster(Checkout checkout) {
    this.checkout = checkout;
    this.state = StateDirectory.of(ClusterName.kept(checkout));
  }

  /** The kept cluster of the checkout around the working directory, see {@link Checkout#find}. */
  public static KeptCluster ofThisCheckout() {
    return new KeptCluster(Checkout.find());
  }

  /** The cluster's name. */
  public ClusterName name() {
    return state.name();
  }

  /** The folder that holds everything of it, whether it is there or not. */
  public Path stateDirectory() {
    return state.path();
  }

  /**
   * Makes sure that the cluster is up: leaves a healthy one alone, replaces a broken one, makes
   * Docker and the images usable where they are not. From nothing this takes minutes, later
   * seconds.
   *
   * @throws ClusterException when it can't be; what was started for it is removed again
   */
  public Cluster up(Progress progress) {
    ClusterLock lock =
        ClusterLock.acquire(
            state.lockFile(),
            () -> progress.line("waiting for another call that changes this cluster"));
    try {
      Optional<Cluster> healthy = healthy(progress);
      return healthy.isPresent() ? healthy.get() : start(progress);
    } finally {
      lock.close();
    }
  }

  /** The cluster, if it is up. */
  public Optional<Cluster> find() {
    return status() instanceof Running running ? Optional.of(cluster(running)) : Optional.empty();
  }

  /** What is there of the cluster. Without a running Docker engine, no cluster is up. */
  public ClusterStatus status() {
    DockerSocket socket = DockerSocket.ofThisMachine();
    if (socket.answers()) {
      ClusterStatus status = decide(observe());
      return status instanceof Broken broken && isBeingChanged()
          ? broken.because(BEING_CHANGED)
          : status;
    }
    return state.exists()
        ? new Broken(List.of("no Docker engine answers at " + socket.path()))
        : new Absent();
  }

  /**
   * Removes everything of the cluster, whole or half: containers with their volumes, network,
   * storage, credentials. Takes along what killed test runs of this checkout left.
   *
   * @throws ClusterException when Docker is not usable or something could not be removed
   */
  public Removed down() {
    if (!state.exists() && !DockerSocket.ofThisMachine().answers()) {
      return Removed.all(List.of());
    }
    DockerClient docker = Testcontainers.docker();
    List<Removed> removed = new ArrayList<>(TestLeftovers.remove(checkout, docker));
    ClusterLock lock = ClusterLock.acquire(state.lockFile(), () -> {});
    try {
      removed.addFirst(new ClusterRemoval(state, docker).remove());
    } finally {
      lock.closeAndForget();
      state.removeEmptyBase();
    }
    return Removed.all(removed);
  }

  private boolean isBeingChanged() {
    if (!Files.exists(state.lockFile())) {
      return false;
    }
    Optional<ClusterLock> lock = ClusterLock.tryAcquire(state.lockFile());
    lock.ifPresent(ClusterLock::close);
    return lock.isEmpty();
  }

  private Optional<Cluster> healthy(Progress progress) {
    if (!DockerSocket.ofThisMachine().answers()) {
      return Optional.empty();
    }
    Observation seen = observe();
    if (decide(seen) instanceof Broken && StatusDecision.mayHeal(seen)) {
      Readiness.awaitNodes(state.readKubeconfig(), HEALING);
      seen = observe();
    }
    return switch (decide(seen)) {
      case Running running -> Optional.of(cluster(running));
      case Absent() -> Optional.empty();
      case Broken broken -> {
        progress.during("replacing the broken cluster", () -> replace(broken, progress));
        yield Optional.empty();
      }
    };
  }

  private void replace(Broken broken, Progress progress) {
    broken.reasons().forEach(progress::line);
    new ClusterRemoval(state, Testcontainers.docker()).remove();
  }

  private Cluster start(Progress progress) {
    ImageBuild build = new ImageBuild(checkout);
    progress.during("setting up Docker", () -> build.setUpDocker(progress));
    ClusterImages images = progress.during("building images", () -> build.build(progress));
    DockerClient docker = Testcontainers.docker();
    try {
      Testcontainers.prepare(images);
      return new ClusterStart(state, docker, images).start(build.mpiOperatorManifest(), progress);
    } catch (RuntimeException e) {
      throw new ClusterRemoval(state, docker).removeAfter(e);
    }
  }

  private Observation observe() {
    return new ClusterObserver(state, Testcontainers.docker()).observe();
  }

  private ClusterStatus decide(Observation seen) {
    return StatusDecision.decide(state, seen);
  }

  private Cluster cluster(Running running) {
    return new RunningCluster(state, Testcontainers.docker(), running.registryAddress());
  }
}
