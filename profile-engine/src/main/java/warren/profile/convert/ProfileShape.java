package warren.profile.convert;

import java.util.Arrays;
import java.util.Optional;

/** The published shapes of profiles, by the version of their resource. */
public enum ProfileShape {
  /** The user guide's: {@code spec} is a whole pod, {@code mpiSpec} a whole MPIJob. */
  V1ALPHA1("v1alpha1"),
  /** Upstream's since 2026: slim pods, and {@code mpiSpec} with {@code launcher} and worker. */
  V1ALPHA11("v1alpha11");

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

  /** The shape of this word; empty for any other. */
  public static Optional<ProfileShape> of(String word) {
    return Arrays.stream(values()).filter(shape -> shape.word.equals(word)).findFirst();
  }
}
