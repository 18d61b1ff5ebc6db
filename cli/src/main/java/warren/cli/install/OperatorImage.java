package warren.cli.install;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import warren.cluster.BaseImage;
import warren.cluster.Checkout;
import warren.cluster.Commands;
import warren.cluster.Progress;

/** The operator's image, built from what Maven made and the JDK that runs this program. */
final class OperatorImage {
  private OperatorImage() {}

  /** Builds the image unless it is there; its name, whose tag is a digest of all that is in it. */
  static String ensure(Checkout checkout, Progress progress) {
    Path build = checkout.root().resolve("deploy/images/operator/build");
    return progress.during(
        "the operator's image",
        () ->
            new Commands(Map.of())
                .run(List.of(build.toString(), BaseImage.ensure(checkout, progress)), "")
                .orThrow("The operator's image could not be built"));
  }
}
