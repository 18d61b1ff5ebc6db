package warren.cli.secret;

import static java.util.Objects.requireNonNull;

import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.RegistryAuthenticationFailedException;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryUnauthorizedException;
import com.google.cloud.tools.jib.event.EventHandlers;
import com.google.cloud.tools.jib.http.ResponseException;
import com.google.cloud.tools.jib.registry.RegistryClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import warren.cli.show.SafeText;
import warren.pull.RegistryLogin;

/**
 * Asks registries by their HTTP API, with jib: challenges of the schemes Basic and Bearer,
 * manifests of every kind.
 */
final class RegistryApi implements Registries {
  private static final Set<Integer> UNAUTHORIZED =
      Set.of(HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN);

  private final Endpoints endpoints;
  private final Duration patience;

  /**
   * @param patience jib tries again for about a minute when nobody answers; this is when it is told
   *     to stop
   */
  RegistryApi(Endpoints endpoints, Duration patience) {
    this.endpoints = requireNonNull(endpoints, "endpoints");
    this.patience = requireNonNull(patience, "patience");
    // jib takes the time limit of its requests, 20 s otherwise, from nowhere else.
    System.setProperty("jib.httpTimeout", Long.toString(patience.toMillis()));
  }

  @Override
  public Answer ask(ImageName image, Optional<RegistryLogin> login) {
    URI endpoint = endpoints.of(image);
    FutureTask<Answer> question = new FutureTask<>(() -> ask(image, endpoint, login));
    // No virtual thread: an interrupt would close its socket, and with it the reason would be lost.
    Thread thread = Thread.ofPlatform().daemon().name("registry").unstarted(question);
    thread.start();
    try {
      return within(question, thread);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.NoAnswer(endpoint.toString(), "interrupted");
    } catch (ExecutionException e) {
      return explained(endpoint, e.getCause());
    }
  }

  private Answer within(FutureTask<Answer> question, Thread thread)
      throws InterruptedException, ExecutionException {
    try {
      return question.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt(); // it stops waiting for its next try, and says what ailed the last
      return question.get();
    }
  }

  private static Answer ask(ImageName image, URI endpoint, Optional<RegistryLogin> login)
      throws IOException, RegistryException {
    EndpointHttpClient http = new EndpointHttpClient(endpoint);
    try {
      RegistryClient.Factory factory =
          RegistryClient.factory(
              EventHandlers.NONE, endpoint.getRawAuthority(), image.repository(), http);
      login.ifPresent(
          who -> factory.setCredential(Credential.from(who.username(), who.password())));
      RegistryClient client = factory.newRegistryClient();
      if (!client.doPullBearerAuth() && login.isPresent()) {
        client.configureBasicAuth();
      }
      return client
          .checkManifest(image.qualifier())
          .<Answer>map(manifest -> new Answer.Found(manifest.getDigest().toString()))
          .orElseGet(Answer.Missing::new);
    } finally {
      http.shutDown();
    }
  }

  private static Answer explained(URI endpoint, Throwable trouble) {
    if (trouble instanceof RegistryUnauthorizedException
        || (trouble instanceof RegistryAuthenticationFailedException
            && status(trouble).filter(UNAUTHORIZED::contains).isPresent())) {
      return new Answer.Unauthorized();
    }
    if (status(trouble).filter(code -> code == HttpURLConnection.HTTP_NOT_FOUND).isPresent()) {
      return new Answer.Missing();
    }
    return new Answer.NoAnswer(endpoint.toString(), reason(trouble));
  }

  /** The registry's or token server's status, where it gave one. */
  private static Optional<Integer> status(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResponseException response) {
        return Optional.of(response.getStatusCode());
      }
    }
    return Optional.empty();
  }

  /** What it says of a status may quote a page of HTML: the number is enough. */
  private static String reason(Throwable trouble) {
    Optional<Integer> status = status(trouble);
    if (status.isPresent()) {
      return "status " + status.get();
    }
    String text = trouble.getMessage();
    String kind = trouble.getClass().getSimpleName();
    return SafeText.oneLine(text == null || text.isBlank() ? kind : kind + ": " + text);
  }
}
