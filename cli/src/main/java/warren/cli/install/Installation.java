package warren.cli.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.Progress;

/** Puts Warren into a local cluster, with the manifests a site uses. Safe to repeat. */
public final class Installation {
  private static final String FOLDER_IN_SERVER = "/tmp/warren-deploy";

  private final Checkout checkout;
  private final Progress progress;

  public Installation(Checkout checkout, Progress progress) {
    this.checkout = checkout;
    this.progress = progress;
  }

  /**
   * Installs the operator as the checkout has it, and waits until it works.
   *
   * @param namespaces workflow namespaces beside {@code default}
   */
  public void install(Cluster cluster, List<String> namespaces) {
    String image = OperatorImage.ensure(checkout, progress);
    progress.during("the operator's image on every node", () -> load(cluster, image));
    progress.during(
        "installing Warren in the cluster",
        () -> {
          apply(cluster, new Overlay(image, namespaces));
          cluster
              .kubectl(
                  List.of(
                      "-n",
                      "warren-system",
                      "rollout",
                      "status",
                      "deployment/warren-operator",
                      "--timeout=120s"))
              .orThrow(
                  "the operator did not start; see: warren cluster kubectl -- -n warren-system get pods");
        });
  }

  private static void load(Cluster cluster, String image) {
    List<String> nodes = new ArrayList<>(cluster.rabbits());
    nodes.add("server");
    cluster.load(image, nodes);
  }

  private void apply(Cluster cluster, Overlay overlay) {
    Path folder = assemble(overlay);
    try {
      cluster.copyToServer(folder, FOLDER_IN_SERVER);
      // Custom resources need their definitions first.
      serverSideApply(cluster, "-k", FOLDER_IN_SERVER + "/deploy/crds");
      cluster
          .kubectl(List.of("wait", "--for=condition=Established", "--timeout=60s", "crd", "--all"))
          .orThrow("the resource definitions were not accepted");
      serverSideApply(cluster, "-k", FOLDER_IN_SERVER + "/local");
      cluster
          .kubectl(
              List.of("apply", "--server-side", "--force-conflicts", "-f", "-"),
              MachineManifest.of(cluster.rabbits()))
          .orThrow("the machine's layout was not accepted");
    } finally {
      delete(folder);
    }
  }

  private static void serverSideApply(Cluster cluster, String flag, String what) {
    cluster
        .kubectl(List.of("apply", "--server-side", "--force-conflicts", flag, what))
        .orThrow("the manifests in deploy/ were not accepted");
  }

  private Path assemble(Overlay overlay) {
    try {
      Path folder = Files.createTempDirectory("warren-deploy");
      copy(checkout.root().resolve("deploy"), folder.resolve("deploy"));
      for (Map.Entry<String, String> file : overlay.files().entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the manifests of " + checkout.root(), e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
