package warren.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.cluster.BaseImage;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.Commands;
import warren.cluster.Progress;

/**
 * Builds the examples' images on this machine and puts them into the cluster's private registry.
 */
final class ExampleImages {
  private final Checkout checkout;
  private final Progress progress;
  private Optional<String> base = Optional.empty();

  ExampleImages(Checkout checkout, Progress progress) {
    this.checkout = checkout;
    this.progress = progress;
  }

  /** Ensures that the registry has the example's image, as its source is now. */
  void ensure(Cluster cluster, Example example) {
    progress.during(
        "the image of " + example.name() + ", in the private registry",
        () -> cluster.push(build(example), example.repositoryTag()));
  }

  private String build(Example example) {
    String tag = "warren-example/" + example.name() + ":built-here";
    new Commands(Map.of())
        .run(
            List.of(
                "docker",
                "build",
                "--quiet",
                "--network=host",
                "--build-arg",
                "BASE=" + base(),
                "--tag",
                tag,
                example.folder(checkout).toString()),
            "")
        .orThrow("The image of " + example.name() + " could not be built");
    return tag;
  }

  /** Looked for once: it stays the same while this program runs. */
  private String base() {
    String name = base.orElseGet(() -> BaseImage.ensure(checkout, progress));
    base = Optional.of(name);
    return name;
  }
}
