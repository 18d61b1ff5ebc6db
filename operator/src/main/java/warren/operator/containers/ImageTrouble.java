package warren.operator.containers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

/** Says what a kubelet's words about an image mean. */
final class ImageTrouble {
  /**
   * What registries and containerd say to those they do not know. Looked for first, as containerd's
   * text for it also says that the repository may not exist.
   */
  private static final List<String> UNAUTHORIZED =
      List.of("unauthorized", "authoriz", "no basic auth", "forbidden", "denied", " 401", " 403");

  private static final List<String> NOT_FOUND =
      List.of("not found", "manifest unknown", "name unknown", "does not exist", " 404");

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
    String lower = words.toLowerCase(Locale.ROOT);
    if (UNAUTHORIZED.stream().anyMatch(lower::contains)) {
      return new Trouble(true, unauthorized(image, where, profile, secrets).detail(words.strip()));
    }
    if (NOT_FOUND.stream().anyMatch(lower::contains)) {
      return new Trouble(
          true,
          error(
                  "image-not-found",
                  "The image "
                      + image
                      + " of profile "
                      + profile
                      + " does not exist, seen "
                      + where
                      + ".")
              .hint("Push it to its registry, or correct the name in the profile.")
              .detail(words.strip()));
    }
    return new Trouble(
        false,
        error(
                "image-not-pulled",
                "The image "
                    + image
                    + " of profile "
                    + profile
                    + " could not be pulled "
                    + where
                    + " yet: "
                    + words.strip())
            .hint("The node goes on trying; is the registry up?"));
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
    return error(
            "image-secret-refused",
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
