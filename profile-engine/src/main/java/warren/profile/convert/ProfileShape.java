package warren.profile.convert;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published shapes of profiles, by the version of their resource. */
public enum ProfileShape {
  /** The user guide's: {@code spec} is a whole pod, {@code mpiSpec} a whole MPIJob. */
  V1ALPHA1("v1alpha1"),
  /** Upstream's since 2026: slim pods, and {@code mpiSpec} with {@code launcher} and worker. */
  V1ALPHA11("v1alpha11");

  private static final Pattern VERSION =
      Pattern.compile("nnf\\.cray\\.hpe\\.com/v1alpha([1-9][0-9]?)");
  private static final int FIRST_SLIM = 7;
  private static final int NEWEST = 11;

  private final String word;

  ProfileShape(String word) {
    this.word = word;
  }

  /** The version as it is written in {@code apiVersion}, after the group. */
  public String word() {
    return word;
  }

  /** The {@code apiVersion} of a profile of this shape. */
  public String apiVersion() {
    return "nnf.cray.hpe.com/" + word;
  }

  /**
   * The shape of profiles of this {@code apiVersion}. Upstream published eleven versions in two
   * shapes: up to v1alpha6 profiles are of the guide's shape, from v1alpha7 on of today's.
   *
   * @return empty for a version that never was
   */
  public static Optional<ProfileShape> ofApiVersion(String apiVersion) {
    Matcher version = VERSION.matcher(apiVersion);
    if (!version.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(version.group(1));
    return number > NEWEST
        ? Optional.empty()
        : Optional.of(number < FIRST_SLIM ? V1ALPHA1 : V1ALPHA11);
  }

  /** The shape of this word; empty for any other. */
  public static Optional<ProfileShape> of(String word) {
    return Arrays.stream(values()).filter(shape -> shape.word.equals(word)).findFirst();
  }
}
