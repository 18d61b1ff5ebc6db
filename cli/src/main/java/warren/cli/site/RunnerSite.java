package warren.cli.site;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code warren run} must know of its site. As a file, YAML or JSON:
 *
 * <pre>
 * kubeconfig: runner.kubeconfig     # credentials of the warren-runner ServiceAccount
 * namespace: default                # of the Workflows; this is the default
 * sharedRoot: storage/lustre        # this machine's view of the directory all Rabbits share
 * localRoots:                       # this machine's view of each Rabbit's own directory
 *   rabbit-0: storage/rabbit-0
 *   rabbit-1: storage/rabbit-1
 * containersPerJob: 4               # as the operator's WARREN_CONTAINERS_PER_JOB; 1 by default
 * logLimitMiB: 1024                 # how much --logs keeps of one container's log; the default
 * </pre>
 *
 * Relative paths are relative to the file's folder.
 *
 * @param kubeconfig the only access to the cluster
 * @param namespace where Workflows are made
 * @param sharedRoot below it are the directories of {@code lustre} storage; empty when the site has
 *     none
 * @param localRoots by Rabbit: below each are the directories of per-compute storage on that Rabbit
 * @param containersPerJob how many container directives the site's operator allows in a job
 * @param logLimitMiB how much of one container's log is kept at most, in MiB
 */
public record RunnerSite(
    Path kubeconfig,
    String namespace,
    Optional<Path> sharedRoot,
    Map<String, Path> localRoots,
    int containersPerJob,
    int logLimitMiB) {
  /** The namespace of Workflows when the file names none. */
  public static final String DEFAULT_NAMESPACE = "default";

  private static final int DEFAULT_LOG_LIMIT_MIB = 1024;

  public RunnerSite {
    requireNonNull(kubeconfig, "kubeconfig");
    requireNonNull(namespace, "namespace");
    requireNonNull(sharedRoot, "sharedRoot");
    localRoots = Collections.unmodifiableMap(new LinkedHashMap<>(localRoots));
  }

  /** How many bytes of one container's log are kept at most. */
  public long logLimit() {
    return (long) logLimitMiB << 20;
  }

  /** The file's shape: everything but the kubeconfig may be missing. */
  record Text(
      @JsonProperty(required = true) String kubeconfig,
      String namespace,
      String sharedRoot,
      Map<String, String> localRoots,
      Integer containersPerJob,
      Integer logLimitMiB) {
    RunnerSite relativeTo(Path folder) {
      Map<String, Path> roots = new LinkedHashMap<>();
      Optional.ofNullable(localRoots)
          .orElse(Map.of())
          .forEach((rabbit, root) -> roots.put(rabbit, folder.resolve(root)));
      return new RunnerSite(
          folder.resolve(kubeconfig),
          Optional.ofNullable(namespace).orElse(DEFAULT_NAMESPACE),
          Optional.ofNullable(sharedRoot).map(folder::resolve),
          roots,
          Optional.ofNullable(containersPerJob).orElse(1),
          Optional.ofNullable(logLimitMiB).orElse(DEFAULT_LOG_LIMIT_MIB));
    }
  }
}
