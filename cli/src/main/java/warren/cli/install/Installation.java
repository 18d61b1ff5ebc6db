package warren.cli.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
   * Installs the operator as the checkout has it, and waits until it works and profiles can be
   * written.
   *
   * @param namespaces workflow namespaces beside {@code default}
   */
  public void install(Cluster cluster, List<String> namespaces) {
    WarrenImages images = WarrenImages.ensure(checkout, progress);
    progress.during("Warren's images on the nodes", () -> load(cluster, images));
    progress.during(
        "installing Warren in the cluster",
        () -> {
          apply(cluster, new Overlay(images, namespaces));
          awaitRollout(cluster, "deployment/warren-operator");
          awaitRollout(cluster, "daemonset/warren-rabbit-agent");
          ProfileAdmission.await(cluster);
        });
  }

  private static void load(Cluster cluster, WarrenImages images) {
    cluster.load(images.operator(), List.of("server"));
    cluster.load(images.rabbitAgent(), cluster.rabbits());
  }

  private static void awaitRollout(Cluster cluster, String what) {
    cluster
        .kubectl(List.of("-n", "warren-system", "rollout", "status", what, "--timeout=120s"))
        .orThrow(
            what + " did not start; see: warren cluster kubectl -n warren-system get pods -o wide");
  }

  private void apply(Cluster cluster, Overlay overlay) {
    cluster.copyToServer(checkout.root().resolve("deploy"), FOLDER_IN_SERVER + "/deploy");
    cluster.copyToServer(write(overlay, cluster), FOLDER_IN_SERVER + "/local");
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
  }

  private static void serverSideApply(Cluster cluster, String flag, String what) {
    cluster
        .kubectl(List.of("apply", "--server-side", "--force-conflicts", flag, what))
        .orThrow("the manifests in deploy/ were not accepted");
  }

  /** Beside the cluster's other files: it goes with them. */
  private static Path write(Overlay overlay, Cluster cluster) {
    Path folder = cluster.stateDirectory().resolve("overlay");
    try {
      for (Map.Entry<String, String> file : overlay.files().entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write below " + folder, e);
    }
  }
}
