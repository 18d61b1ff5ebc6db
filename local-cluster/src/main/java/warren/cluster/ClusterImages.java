package warren.cluster;

import java.util.Objects;

/**
 * The Docker images that a cluster is made of, all of them at hand or to be pulled by Docker.
 *
 * @param node for server and agents
 * @param base any small image with a shell
 * @param reaper removes what a dead process left
 * @param registry the private container registry
 * @param mpiOperator the mpi-operator, to be loaded into the server
 */
record ClusterImages(String node, String base, String reaper, String registry, String mpiOperator) {
  ClusterImages {
    Objects.requireNonNull(node);
    Objects.requireNonNull(base);
    Objects.requireNonNull(reaper);
    Objects.requireNonNull(registry);
    Objects.requireNonNull(mpiOperator);
  }
}
