package warren.cli.demo;

import java.nio.file.Path;
import warren.cluster.Checkout;

/**
 * A folder of {@code examples/}: a job script, the profiles it names, and the containers' source.
 *
 * @param name the folder's name
 * @param repositoryTag the image's name in the private registry, as the profiles have it
 */
public record Example(String name, String repositoryTag) {
  /** One container per Rabbit, on file systems of the computes' own. */
  public static final Example RED_ROCK_SLUSHY =
      new Example("red-rock-slushy", "dean/red-rock-slushy:v1.0");

  /** An MPI launcher and a worker per Rabbit, on one shared file system. */
  public static final Example MPI_RED_ROCK_SLUSHY =
      new Example("mpi-red-rock-slushy", "dean/red-rock-slushy:v2.0");

  /** Two container directives on the same storage, so two containers per Rabbit. */
  public static final Example TWO_CONTAINERS =
      new Example("two-containers", "dean/two-containers:v1.0");

  Path folder(Checkout checkout) {
    return checkout.root().resolve("examples").resolve(name);
  }

  /** The job script. */
  public Path job(Checkout checkout) {
    return folder(checkout).resolve("job.sh");
  }

  /** The profiles' manifest. */
  public Path profile(Checkout checkout) {
    return folder(checkout).resolve("profile.yaml");
  }
}
