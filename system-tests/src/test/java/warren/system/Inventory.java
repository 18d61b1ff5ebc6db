package warren.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import warren.cluster.Cluster;

/**
 * Everything that is in the cluster and below the storage roots, by name: each object of each kind
 * that can be listed, but for Events, and for the Leases by which nodes and controllers show that
 * they live.
 */
record Inventory(TreeSet<String> names) {
  static Inventory of(Cluster cluster) {
    TreeSet<String> names = new TreeSet<>();
    List<String> kinds =
        Arrays.stream(
                cluster
                    .kubectl(List.of("api-resources", "--verbs=list", "-o", "name"))
                    .orThrow("the kinds of resources")
                    .split("\\s+"))
            .filter(kind -> !kind.equals("events") && !kind.startsWith("events."))
            .filter(kind -> !kind.startsWith("componentstatuses"))
            .toList();
    String objects =
        cluster
            .kubectl(
                List.of(
                    "get",
                    String.join(",", kinds),
                    "-A",
                    "--ignore-not-found",
                    "-o",
                    "jsonpath={range .items[*]}{.kind}{\" \"}{.metadata.namespace}/{.metadata.name}{\"\\n\"}{end}"))
            .orThrow("the objects");
    objects
        .lines()
        .filter(name -> !name.startsWith("Lease kube-") && !name.startsWith("Lease mpi-operator/"))
        .filter(name -> !name.startsWith("Lease warren-system/"))
        .forEach(names::add);
    List<Path> roots = new ArrayList<>(cluster.storage().local());
    roots.add(cluster.storage().shared());
    for (Path root : roots) {
      try (Stream<Path> entries = Files.list(root)) {
        entries.forEach(entry -> names.add("storage " + entry));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Inventory(names);
  }

  /** What is here and was not there. */
  List<String> beyond(Inventory before) {
    return names.stream().filter(name -> !before.names().contains(name)).toList();
  }
}
