package warren.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import warren.api.Workflow;
import warren.names.Names;
import warren.system.ClusterObjects.Seen;

/**
 * Everything that is in the cluster and below the storage roots, by name, but for what is beyond
 * doubt another test's that runs beside this one: what is in its namespace or labelled with it, the
 * storage of the workflows there, and the profiles and secrets that tests keep where administrators
 * do.
 */
record Inventory(Set<String> names) {
  /** What is there for a test that has this namespace to itself. */
  static Inventory of(Lab lab, String namespace) {
    Set<String> others = new TreeSet<>(Lab.NAMESPACES);
    others.remove(namespace);
    Set<String> names = new TreeSet<>();
    // Workflows afterwards: a folder's own outlives it.
    List<Path> folders = folders(lab);
    List<String> othersWorkflows = workflows(lab, others);
    folders.stream()
        .filter(folder -> othersWorkflows.stream().noneMatch(nameOf(folder)::startsWith))
        .forEach(folder -> names.add("storage " + folder));
    lab.objects().all().stream()
        .filter(object -> !others.contains(object.namespace()))
        .filter(object -> !others.contains(object.workflowNamespace()))
        .filter(object -> !isAdministrators(object) && !isSignOfLife(object))
        .filter(object -> !followsAnother(object))
        .forEach(object -> names.add(nameOf(object)));
    return new Inventory(names);
  }

  /** What is here and was not there. */
  List<String> beyond(Inventory before) {
    return names.stream().filter(name -> !before.names().contains(name)).toList();
  }

  private static List<Path> folders(Lab lab) {
    List<Path> roots = new ArrayList<>(lab.cluster().storage().local());
    roots.add(lab.cluster().storage().shared());
    List<Path> folders = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> entries = Files.list(root)) {
        entries.forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folders;
  }

  /** The UIDs of the workflows in these namespaces, with which their folders' names begin. */
  private static List<String> workflows(Lab lab, Set<String> namespaces) {
    return lab.client().resources(Workflow.class).inAnyNamespace().list().getItems().stream()
        .filter(workflow -> namespaces.contains(workflow.getMetadata().getNamespace()))
        .map(workflow -> workflow.getMetadata().getUid())
        .toList();
  }

  /** Warren may write neither there. */
  private static boolean isAdministrators(Seen object) {
    return object.namespace().equals(Names.PROFILE_NAMESPACE)
        && object.workflowNamespace().isEmpty()
        && List.of("NnfContainerProfile", "Secret").contains(object.kind());
  }

  /** The Leases by which nodes, controllers and the operator show that they live. */
  private static boolean isSignOfLife(Seen object) {
    return object.kind().equals("Lease")
        && (object.namespace().startsWith("kube-")
            || List.of("mpi-operator", Names.SYSTEM_NAMESPACE).contains(object.namespace()));
  }

  /** What Kubernetes makes for a Service, and removes a moment after it; the Service counts. */
  private static boolean followsAnother(Seen object) {
    return List.of("EndpointSlice", "Endpoints").contains(object.kind());
  }

  private static String nameOf(Path folder) {
    return folder.getFileName().toString();
  }

  private static String nameOf(Seen object) {
    return object.kind() + " " + object.namespace() + "/" + object.name();
  }
}
