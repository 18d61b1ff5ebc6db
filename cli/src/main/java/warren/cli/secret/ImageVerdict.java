package warren.cli.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import warren.cli.ExitStatus;
import warren.cli.secret.Registries.Answer;

/**
 * Whether a node could pull an image of a pod.
 *
 * @param sentence for the administrator
 * @param exitStatus one of {@link ExitStatus}: OK, REFUSED, or TROUBLE when it is not known
 */
record ImageVerdict(String sentence, int exitStatus) {
  /**
   * Asks with each login a node would try, until one is good.
   *
   * @param secrets the names of the pod's pull secrets
   */
  static ImageVerdict of(
      String name, List<String> secrets, Keyring keyring, Registries registries) {
    Optional<ImageName> image = ImageName.of(name);
    if (image.isEmpty()) {
      return refused(name, "is not the name of an image");
    }
    List<Keyring.Key> keys = keyring.keysFor(image.get());
    if (keys.isEmpty()) {
      return asNobody(name, image.get(), secrets, registries.ask(image.get(), Optional.empty()));
    }
    List<Answer> answers = new ArrayList<>();
    for (Keyring.Key key : keys) {
      Answer answer = registries.ask(image.get(), Optional.of(key.login()));
      if (answer instanceof Answer.Found found) {
        return new ImageVerdict(
            "%s: found with the pull secret '%s' (%s)"
                .formatted(name, key.secret(), found.digest()),
            ExitStatus.OK);
      }
      answers.add(answer);
    }
    return withoutLuck(name, image.get(), keys, answers);
  }

  private static ImageVerdict asNobody(
      String name, ImageName image, List<String> secrets, Answer answer) {
    return switch (answer) {
      case Answer.Found found ->
          new ImageVerdict(
              "%s: found without credentials (%s)".formatted(name, found.digest()), ExitStatus.OK);
      case Answer.Missing missing -> missing(name);
      case Answer.Unauthorized no ->
          refused(
              name,
              "the registry wants credentials, and "
                  + (secrets.isEmpty()
                      ? "the profile names no pull secret"
                      : "none for "
                          + image.path()
                          + " are in the profile's pull secrets "
                          + quoted(secrets)));
      case Answer.NoAnswer none -> unknown(name, image, none);
    };
  }

  /**
   * What is told of several answers: whether the image exists, else that the logins are no good.
   */
  private static ImageVerdict withoutLuck(
      String name, ImageName image, List<Keyring.Key> keys, List<Answer> answers) {
    if (answers.stream().anyMatch(Answer.Missing.class::isInstance)) {
      return missing(name);
    }
    for (Answer answer : answers) {
      if (answer instanceof Answer.NoAnswer none) {
        return unknown(name, image, none);
      }
    }
    return refused(
        name,
        "the registry refuses the credentials of the pull secret "
            + quoted(keys.stream().map(Keyring.Key::secret).distinct().toList())
            + ", or there is no such image");
  }

  private static ImageVerdict missing(String name) {
    return refused(name, "does not exist; push it, or correct the name in the profile");
  }

  private static ImageVerdict unknown(String name, ImageName image, Answer.NoAnswer none) {
    return new ImageVerdict(
        "%s: not known, as the registry does not answer at %s (%s); nodes may reach it elsewhere: if you know where, say --endpoint %s=URL"
            .formatted(name, none.address(), none.why(), image.registry()),
        ExitStatus.TROUBLE);
  }

  private static ImageVerdict refused(String name, String why) {
    return new ImageVerdict(name + ": " + why, ExitStatus.REFUSED);
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }
}
