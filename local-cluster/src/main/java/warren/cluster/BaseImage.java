package warren.cluster;

/** The small Debian image that the images of a checkout are built on. */
public final class BaseImage {
  private BaseImage() {}

  /**
   * Builds or pulls it unless this machine's Docker has it.
   *
   * @return its name, whose tag is a digest of all it is made from
   * @throws ClusterException when that fails
   */
  public static String ensure(Checkout checkout, Progress progress) {
    return new ImageBuild(checkout).base(progress);
  }
}
