package warren.operator.entries;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells why the API server did not take what it was sent. Pure. */
public final class Refusal {
  private static final int UNPROCESSABLE = 422;

  private Refusal() {}

  /** What a failed patch means. */
  enum Kind {
    /** A test of the patch failed, another write came between, or the object is gone. */
    STALE,
    /** The object as patched is not valid, and will not be the next time. */
    INVALID,
    /** The API server could not do it just now. */
    TROUBLE
  }

  /**
   * What it means. A failed test and an invalid object are both 422 and both of reason Invalid; but
   * only of an invalid object is it told which object, and what is wrong with it.
   */
  static Kind of(KubernetesClientException e) {
    return switch (e.getCode()) {
      case HttpURLConnection.HTTP_CONFLICT, HttpURLConnection.HTTP_NOT_FOUND -> Kind.STALE;
      case UNPROCESSABLE -> namesAnything(e.getStatus()) ? Kind.INVALID : Kind.STALE;
      default -> Kind.TROUBLE;
    };
  }

  /** What is wrong with the object, in one line: {@code spec.a: must not be empty}. */
  static String told(KubernetesClientException e) {
    List<StatusCause> causes = causes(e);
    if (causes.isEmpty()) {
      return LogLine.of(
          e.getStatus() == null || e.getStatus().getMessage() == null
              ? String.valueOf(e.getMessage())
              : e.getStatus().getMessage());
    }
    return LogLine.of(
        causes.stream()
            .map(
                cause ->
                    (cause.getField() == null ? "" : cause.getField() + ": ") + cause.getMessage())
            .collect(Collectors.joining("; ")));
  }

  private static boolean namesAnything(Status status) {
    return !causes(status).isEmpty()
        || Optional.ofNullable(status)
            .map(Status::getDetails)
            .map(StatusDetails::getKind)
            .filter(kind -> !kind.isBlank())
            .isPresent();
  }

  /** What it finds wrong, each with its field; empty when it does not say. */
  public static List<StatusCause> causes(KubernetesClientException e) {
    return causes(e.getStatus());
  }

  private static List<StatusCause> causes(Status status) {
    return Optional.ofNullable(status)
        .map(Status::getDetails)
        .map(StatusDetails::getCauses)
        .orElse(List.of());
  }
}
