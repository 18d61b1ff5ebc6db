package warren.apiserver;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was asked of the API server.
 *
 * @param object what the request was about, as a sentence can name the object: {@code Job wf}
 */
public record ApiRequest(Verb verb, String object) {
  /** In the client's exceptions: a request with its method and address. */
  private static final Pattern SENT = Pattern.compile("(?:Failure|Error) executing: ([A-Z]+) at: ");

  /** In those of some operations that had no answer. */
  private static final Pattern UNANSWERED =
      Pattern.compile(
          "Operation: \\[(\\w+)\\] {2}for kind: \\[(\\w+)\\] {2}with name: \\[([^\\]]*)\\]");

  /** What the request would have done. */
  public enum Verb {
    READ("read"),
    CREATE("created"),
    CHANGE("changed"),
    DELETE("deleted");

    private final String participle;

    Verb(String participle) {
      this.participle = participle;
    }

    /** As in {@code Job wf could not be created}. */
    String participle() {
      return participle;
    }
  }

  public ApiRequest {
    requireNonNull(verb, "verb");
    requireNonNull(object, "object");
    if (object.isBlank()) {
      throw new IllegalArgumentException("a request is about an object");
    }
  }

  /** A request that reads. */
  public static ApiRequest read(String object) {
    return new ApiRequest(Verb.READ, object);
  }

  /** A request that creates this object, also one that only tries to. */
  public static ApiRequest create(HasMetadata object) {
    return new ApiRequest(Verb.CREATE, name(object));
  }

  /** A request that patches or updates this object. */
  public static ApiRequest change(HasMetadata object) {
    return new ApiRequest(Verb.CHANGE, name(object));
  }

  /** A request that deletes this object. */
  public static ApiRequest delete(HasMetadata object) {
    return new ApiRequest(Verb.DELETE, name(object));
  }

  /**
   * The request that failed so, as far as the exception says. Of creations and raw requests that
   * had no answer the client says nothing; that is what {@link #failed} is for.
   */
  public static ApiRequest of(KubernetesClientException e) {
    if (e instanceof FailedRequestException failed) {
      return failed.request();
    }
    String message = String.valueOf(e.getMessage());
    Matcher unanswered = UNANSWERED.matcher(message);
    if (unanswered.find()) {
      String name = unanswered.group(3);
      return new ApiRequest(
          verb(unanswered.group(1)),
          unanswered.group(2) + (name.isEmpty() || "null".equals(name) ? "" : " " + name));
    }
    Matcher sent = SENT.matcher(message);
    return new ApiRequest(sent.find() ? verb(sent.group(1)) : Verb.READ, object(e));
  }

  /** The same failure, for whoever catches it: it says that it is this request's. */
  public KubernetesClientException failed(KubernetesClientException e) {
    return new FailedRequestException(this, e);
  }

  private static String name(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }

  private static Verb verb(String method) {
    return switch (method) {
      case "POST", "create" -> Verb.CREATE;
      case "PUT", "PATCH", "patch", "replace", "update" -> Verb.CHANGE;
      case "DELETE", "delete" -> Verb.DELETE;
      default -> Verb.READ;
    };
  }

  private static String object(KubernetesClientException e) {
    String plural = e.getResourcePlural();
    if (plural == null || plural.isBlank()) {
      return "The cluster's state";
    }
    String name =
        Optional.ofNullable(e.getName())
            .or(
                () ->
                    Optional.ofNullable(e.getStatus())
                        .map(Status::getDetails)
                        .map(StatusDetails::getName))
            .filter(text -> !text.isBlank())
            .map(text -> "/" + text)
            .orElse("");
    return plural + name + (e.getNamespace() == null ? "" : " in namespace " + e.getNamespace());
  }
}
