package warren.apiserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of the API server, or of the client when there was no answer, fit for a sentence. */
public final class ApiText {
  /** A port of our side or of the API server's, another at each try: no news. */
  private static final Pattern OWN_PORT = Pattern.compile("(read|write) tcp \\S+:\\d+->");

  private ApiText() {}

  /** What was said, on one line: the same words for the same cause. */
  public static String of(KubernetesClientException e) {
    String text =
        Optional.ofNullable(e.getStatus())
            .map(Status::getMessage)
            .filter(message -> !message.isBlank())
            .orElseGet(() -> innermost(e));
    return OWN_PORT.matcher(oneLine(text)).replaceAll("$1 tcp ");
  }

  /**
   * What the innermost cause says: it knows what went wrong, and those around it only that
   * something did. Not cleaned: may have several lines.
   */
  public static String innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && !(innermost instanceof HttpConnectTimeoutException)) {
      innermost = innermost.getCause();
    }
    if (innermost instanceof ClosedChannelException || innermost instanceof ConnectException) {
      return "the connection is refused"; // these come without any words of their own
    }
    String text = innermost.getMessage();
    return text == null || text.isBlank() ? innermost.getClass().getSimpleName() : text;
  }

  /** Whether there was an answer, of a form that the client does not know. */
  static boolean isUnreadable(KubernetesClientException e) {
    return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
        .anyMatch(JsonProcessingException.class::isInstance);
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** With a full stop. */
  static String ended(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
