package warren.cli.demo;

import java.util.List;
import java.util.Map;
import warren.cluster.BaseImage;
import warren.cluster.Checkout;
import warren.cluster.Cluster;
import warren.cluster.Commands;
import warren.cluster.Progress;

/**
 * Builds the examples' images on this machine and puts them into the cluster's private registry.
 */
public final class ExampleImages {
  private final Checkout checkout;
  private final Progress progress;

  public ExampleImages(Checkout checkout, Progress progress) {
    this.checkout = checkout;
    this.progress = progress;
  }

  /** Ensures that the registry has the example's image, as its source is now. */
  public void ensure(Cluster cluster, Example example) {
    progress.during(
        "the image of " + example.name() + ", in the private registry",
        () -> cluster.push(build(example), example.repositoryTag()));
  }

  private String build(Example example) {
    String base = BaseImage.ensure(checkout, progress);
    String tag = "warren-example/" + example.name() + ":built-here";
    new Commands(Map.of())
        .run(
            List.of(
                "docker",
                "build",
                "--quiet",
                "--network=host",
                "--build-arg",
                "BASE=" + base,
                "--tag",
                tag,
                example.folder(checkout).toString()),
            "")
        .orThrow("The image of " + example.name() + " could not be built");
    return tag;
  }
}
