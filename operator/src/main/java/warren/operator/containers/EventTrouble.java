package warren.operator.containers;

import io.fabric8.kubernetes.api.model.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.operator.driver.EventTimes;

/** Finds out from events why containers do not start, where no pod can tell. Pure. */
final class EventTrouble {
  /** What the API server says of a pod that the namespace's security level forbids. */
  private static final String FORBIDDEN_LEVEL = "violates PodSecurity";

  private EventTrouble() {}

  /**
   * The trouble that these events tell; empty when the youngest of each object tells none.
   *
   * @param events about a Job, an MPIJob, or their pods
   */
  static Optional<Trouble> of(List<Event> events, String where, String profile) {
    return events.stream()
        .collect(Collectors.groupingBy(event -> event.getInvolvedObject().getUid()))
        .values()
        .stream()
        .flatMap(about -> EventTimes.youngest(about).stream())
        .filter(EventTimes::isWarning)
        .flatMap(event -> of(event, where, profile).stream())
        .reduce((first, other) -> first.permanent() || !other.permanent() ? first : other);
  }

  private static Optional<Trouble> of(Event event, String where, String profile) {
    String words = event.getMessage() == null ? "" : event.getMessage().strip();
    if (words.contains(FORBIDDEN_LEVEL)) {
      return Optional.of(forbidden(words, profile));
    }
    return switch (event.getReason() == null ? "" : event.getReason()) {
      case "ValidationError" ->
          Optional.of(
              new Trouble(
                  true,
                  error(
                          "mpi-job-refused",
                          "Kubeflow's mpi-operator does not accept the MPIJob of profile "
                              + profile
                              + ": "
                              + words)
                      .hint("An administrator has to correct the profile.")));
      case "ErrResourceExists" ->
          Optional.of(
              waiting(
                  "name-taken",
                  "The MPIJob of profile " + profile + " cannot be started: " + words,
                  "Delete what has that name, or give the workflow another one."));
      case "FailedCreate", "MPIJobFailed" ->
          Optional.of(
              waiting(
                  "pods-not-made",
                  "The pods of profile " + profile + " cannot be made " + where + " yet: " + words,
                  "It is tried again; an administrator may have to look at the namespace's quota"
                      + " and rules."));
      case "FailedMount", "FailedAttachVolume", "FailedMapVolume" ->
          Optional.of(
              waiting(
                  "not-mounted",
                  "What the containers of profile "
                      + profile
                      + " mount is not there "
                      + where
                      + " yet: "
                      + words,
                  "It is tried again; an administrator may have to look at the node and the"
                      + " profile."));
      case "FailedCreatePodSandBox" ->
          Optional.of(
              waiting(
                  "no-sandbox",
                  "The node cannot start the containers of profile "
                      + profile
                      + " "
                      + where
                      + " yet: "
                      + words,
                  "It is tried again; an administrator may have to look at the node."));
      default -> Optional.empty();
    };
  }

  private static Trouble forbidden(String words, String profile) {
    return new Trouble(
        true,
        error(
                "pod-forbidden",
                "The namespace of the workflow does not allow the containers of profile "
                    + profile
                    + ": "
                    + words.substring(words.indexOf(FORBIDDEN_LEVEL)))
            .hint(
                "An administrator has to change the profile: it asks for more rights than jobs"
                    + " have."));
  }

  private static Trouble waiting(String code, String message, String hint) {
    return new Trouble(false, error(code, message).hint(hint));
  }

  private static Finding error(String code, String message) {
    return Finding.error(new Code(code), Blame.INTERNAL, message);
  }
}
