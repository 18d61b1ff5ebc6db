package warren.cluster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of a cluster, on which the names of its containers, its network and its folder are
 * built.
 *
 * @param value lower-case letters, digits and hyphens, beginning with {@code warren-}, 64
 *     characters at most
 */
public record ClusterName(String value) {
  private static final Pattern SHAPE = Pattern.compile("warren-[a-z0-9-]{1,57}");
  private static final int FOLDER_LENGTH = 20;

  /** Refuses what Docker or a file system could not take. */
  public ClusterName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a cluster name: " + value);
    }
  }

  /**
   * The name of the cluster that this checkout keeps: the same each time, another one for each
   * checkout.
   */
  public static ClusterName kept(Checkout checkout) {
    return ofPath(checkout.root().toString());
  }

  /** A new name for a cluster that tests of this checkout start for themselves. */
  public static ClusterName test(Checkout checkout, RandomGenerator random) {
    return new ClusterName(testPrefix(checkout) + HexFormat.of().toHexDigits(random.nextInt()));
  }

  /** How the names of all test clusters of this checkout begin. */
  static String testPrefix(Checkout checkout) {
    return kept(checkout).value() + "-test-";
  }

  static ClusterName ofPath(String path) {
    String folder =
        path.substring(path.lastIndexOf('/') + 1)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String shown =
        folder.isEmpty() ? "root" : folder.substring(0, Math.min(folder.length(), FOLDER_LENGTH));
    return new ClusterName("warren-" + shown + "-" + digest(path));
  }

  /** The name of the Docker container which is {@code member} of this cluster. */
  public String container(Member member) {
    return value + "-" + member.id();
  }

  private static String digest(String path) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
