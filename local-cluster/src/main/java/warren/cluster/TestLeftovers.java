package warren.cluster;

import com.github.dockerjava.api.DockerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What killed test runs of a checkout left: the reaper removes their containers, but not their
 * folders.
 */
final class TestLeftovers {
  private TestLeftovers() {}

  /** Removes them, and leaves alone test clusters that are in use. */
  static List<Removed> remove(Checkout checkout, DockerClient docker) {
    StateDirectory kept = StateDirectory.of(ClusterName.kept(checkout));
    List<Removed> removed = new ArrayList<>();
    for (ClusterName name :
        StateDirectory.beginningWith(kept.base(), ClusterName.testPrefix(checkout))) {
      StateDirectory left = StateDirectory.of(name);
      // Its process holds the lock for as long as it lives.
      Optional<ClusterLock> lock = ClusterLock.tryAcquire(left.lockFile());
      lock.ifPresent(held -> removed.add(remove(left, docker, held)));
    }
    return removed;
  }

  /** Removes one test cluster and gives back its lock. */
  static Removed remove(StateDirectory state, DockerClient docker, ClusterLock lock) {
    try {
      return new ClusterRemoval(state, docker).remove();
    } finally {
      lock.closeAndForget();
      state.removeEmptyBase();
    }
  }
}
