package warren.cli.install;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import warren.cluster.Cluster;
import warren.cluster.StorageFolders;

/**
 * What {@code warren run} is given of the local cluster: the rights of the ServiceAccount {@code
 * warren-runner} and the folders behind the storage, never the administrator's kubeconfig.
 */
public final class RunnerAccess {
  /** How long a token is good for; each {@code cluster up} makes a new one. */
  private static final String TOKEN_LIFE = "720h";

  private RunnerAccess() {}

  /** The site file of a cluster. */
  public static Path siteFile(Path stateDirectory) {
    return stateDirectory.resolve("site.json");
  }

  /** Writes the runner's kubeconfig and the site file, both readable by this user only. */
  public static Path write(Cluster cluster) {
    return write(cluster, "default", "site.json");
  }

  /** The same for another workflow namespace and file name. */
  public static Path write(Cluster cluster, String namespace, String fileName) {
    Path kubeconfig = cluster.stateDirectory().resolve("runner.kubeconfig");
    writePrivately(kubeconfig, Serialization.asYaml(kubeconfig(cluster)));
    StorageFolders storage = cluster.storage();
    Map<String, Object> local = new LinkedHashMap<>();
    for (int i = 0; i < cluster.rabbits().size(); i++) {
      local.put(cluster.rabbits().get(i), storage.local().get(i).toString());
    }
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("kubeconfig", kubeconfig.toString());
    site.put("namespace", namespace);
    site.put("sharedRoot", storage.shared().toString());
    site.put("localRoots", local);
    site.put("containersPerJob", Overlay.CONTAINERS_PER_JOB);
    Path file = cluster.stateDirectory().resolve(fileName);
    writePrivately(file, Serialization.asJson(site));
    return file;
  }

  private static Map<String, Object> kubeconfig(Cluster cluster) {
    String token =
        cluster
            .kubectl(
                List.of(
                    "-n",
                    "warren-system",
                    "create",
                    "token",
                    "warren-runner",
                    "--duration=" + TOKEN_LIFE))
            .orThrow("no token for the ServiceAccount warren-runner");
    Map<?, ?> admin = Serialization.unmarshal(cluster.kubeconfig(), Map.class);
    Map<String, Object> runner = new LinkedHashMap<>();
    runner.put("apiVersion", "v1");
    runner.put("kind", "Config");
    runner.put("clusters", List.of(Map.of("name", "warren", "cluster", clusterOf(admin))));
    runner.put("users", List.of(Map.of("name", "warren-runner", "user", Map.of("token", token))));
    runner.put(
        "contexts",
        List.of(
            Map.of(
                "name",
                "warren",
                "context",
                Map.of("cluster", "warren", "user", "warren-runner"))));
    runner.put("current-context", "warren");
    return runner;
  }

  private static Object clusterOf(Map<?, ?> kubeconfig) {
    List<?> clusters = (List<?>) kubeconfig.get("clusters");
    return ((Map<?, ?>) clusters.getFirst()).get("cluster");
  }

  private static void writePrivately(Path file, String text) {
    try {
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              file.getFileName().toString(),
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
