package warren.cli.install;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import warren.cluster.BaseImage;
import warren.cluster.Checkout;
import warren.cluster.Commands;
import warren.cluster.Progress;

/**
 * Warren's own images, built from what Maven made and the JDK that runs this program. The tag of
 * each is a digest of all that is in it.
 *
 * @param operator runs on any node but the Rabbits
 * @param rabbitAgent runs on the Rabbits
 */
record WarrenImages(String operator, String rabbitAgent) {
  WarrenImages {
    requireNonNull(operator, "operator");
    requireNonNull(rabbitAgent, "rabbitAgent");
  }

  /** Builds the images unless they are there. */
  static WarrenImages ensure(Checkout checkout, Progress progress) {
    return progress.during(
        "Warren's images",
        () -> {
          String base = BaseImage.ensure(checkout, progress);
          return new WarrenImages(
              build(checkout, "operator", base), build(checkout, "rabbit-agent", base));
        });
  }

  private static String build(Checkout checkout, String image, String base) {
    String script = checkout.root().resolve("deploy/images/" + image + "/build").toString();
    return new Commands(Map.of())
        .run(List.of(script, base), "")
        .orThrow("The image " + image + " could not be built");
  }
}
