package warren.operator.containers;

import java.util.List;
import java.util.stream.Collectors;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

/** Says what a kubelet's words about an image mean for the job. */
final class ImageTrouble {
  /** The registry refuses the credentials of the profile's pull secrets. */
  static final Code SECRET_REFUSED = new Code("image-secret-refused");

  private ImageTrouble() {}

  /**
   * An image that could not be pulled.
   *
   * @param where such as {@code on rabbit-0}
   * @param secrets the pull secrets of the profile
   * @param words what the kubelet says
   */
  static Trouble pull(
      String image, String where, String profile, List<String> secrets, String words) {
    PullFailure failure = PullFailure.of(words);
    Finding finding =
        switch (failure) {
          case UNAUTHORIZED -> unauthorized(image, where, profile, secrets).detail(words.strip());
          case NOT_FOUND ->
              error(
                      "image-not-found",
                      "The image %s of profile %s does not exist, seen %s."
                          .formatted(image, profile, where))
                  .hint("Push it to its registry, or correct the name in the profile.")
                  .detail(words.strip());
          case NO_PLATFORM ->
              error(
                      "image-no-platform",
                      "The image %s of profile %s is not built for the platform of its node, seen %s."
                          .formatted(image, profile, where))
                  .hint("Build it for that platform too, and push it to its registry.")
                  .detail(words.strip());
          case RATE_LIMIT ->
              notYet(
                  image,
                  where,
                  profile,
                  "the registry's rate limit is reached (HTTP status 429): " + words.strip(),
                  "The node goes on trying; a pull secret can raise the limit, a registry of the"
                      + " site has none.");
          case NO_SPACE ->
              notYet(
                  image,
                  where,
                  profile,
                  "the node has no space left: " + words.strip(),
                  "The node goes on trying; an administrator has to make room on the node.");
          case OTHER ->
              notYet(
                  image,
                  where,
                  profile,
                  words.strip(),
                  "The node goes on trying; is the registry up?");
        };
    return new Trouble(failure.isPermanent(), finding);
  }

  private static Finding notYet(
      String image, String where, String profile, String why, String hint) {
    return error(
            "image-not-pulled",
            "The image %s of profile %s could not be pulled %s yet: %s"
                .formatted(image, profile, where, why))
        .hint(hint);
  }

  /** A name that no registry can have. */
  static Trouble name(String image, String profile) {
    return new Trouble(
        true,
        error(
                "image-name",
                "'" + image + "' in profile " + profile + " is not the name of an image.")
            .hint("Correct it in the profile: registry/name:tag."));
  }

  private static Finding unauthorized(
      String image, String where, String profile, List<String> secrets) {
    if (secrets.isEmpty()) {
      return error(
              "image-needs-secret",
              "The registry does not give out the image "
                  + image
                  + " without credentials, seen "
                  + where
                  + ".")
          .hint(
              "Name a pull secret in imagePullSecrets of profile "
                  + profile
                  + "; and is the image's name right?");
    }
    String named =
        secrets.stream().map(secret -> "'" + secret + "'").collect(Collectors.joining(", "));
    return Finding.error(
            SECRET_REFUSED,
            Blame.INTERNAL,
            "The registry does not give out the image "
                + image
                + " for the pull secret "
                + named
                + " of profile "
                + profile
                + ", seen "
                + where
                + ".")
        .hint("Put working credentials for that registry into the secret.");
  }

  private static Finding error(String code, String message) {
    return Finding.error(new Code(code), Blame.INTERNAL, message);
  }
}
