package warren.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Finds out, once a process, whether a public container registry can be reached from here. */
final class RegistryProbe {
  /** {@code yes} or {@code no} answers the question without asking. */
  static final String ANSWER = "WARREN_CONTAINER_REGISTRY";

  private static final String ADDRESS = "WARREN_CONTAINER_REGISTRY_PROBE";
  private static final String USUAL_ADDRESS = "https://registry-1.docker.io/v2/";
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /**
   * What a registry says at its root, with and without credentials; a proxy that refuses says
   * something else.
   */
  private static final Set<Integer> REGISTRY_STATUS = Set.of(200, 401);

  private RegistryProbe() {}

  private static final class Once {
    static final boolean ANSWERS =
        answers(URI.create(Settings.of(ADDRESS).orElse(USUAL_ADDRESS)), PATIENCE);

    private Once() {}
  }

  /** Takes 3 s at most, the first time. */
  static boolean registryAnswers() {
    return decided(Settings.of(ANSWER)).orElseGet(() -> Once.ANSWERS);
  }

  static Optional<Boolean> decided(Optional<String> setting) {
    return setting.map(
        value ->
            switch (value) {
              case "yes" -> true;
              case "no" -> false;
              default ->
                  throw new ClusterException(
                      ANSWER + " is " + value + ": set it to yes or no, or unset it.");
            });
  }

  static boolean answers(URI address, Duration patience) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
    // Not closed: closing would wait for a connection that is still being made.
    HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
    try {
      return REGISTRY_STATUS.contains(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      client.shutdownNow();
    }
  }
}
