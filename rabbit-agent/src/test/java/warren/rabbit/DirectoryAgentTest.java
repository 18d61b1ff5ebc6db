package warren.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent from the HTTP requests to the file system. */
final class DirectoryAgentTest {
  private static final String DIRECTORY = "11111111-2222-3333-4444-555555555555-0";

  @TempDir private Path temporary;
  private final List<String> given = new CopyOnWriteArrayList<>();
  private FakeApiServer cluster;
  private Path local;
  private Path token;
  private DirectoryAgent agent;
  private WorkQueue queue;
  private ObjectWatch watch;
  private Thread thread;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeApiServer();
    local = Files.createDirectory(temporary.resolve("local"));
    token = Files.writeString(temporary.resolve("token"), "first\n");
    startAgent();
  }

  private void startAgent() {
    ApiServer server =
        new ApiServer(
            cluster.address(),
            "warren-system",
            "warren.internal/rabbit=rabbit-0",
            token,
            HttpClient::newHttpClient);
    agent = new DirectoryAgent("rabbit-0", System::nanoTime);
    Pauses pauses = new Pauses(Duration.ofMillis(20), Duration.ofMillis(100), () -> 1);
    queue =
        new WorkQueue(
            new DirectoryTask(
                new StorageRoots(temporary.resolve("shared"), local),
                (directory, uid, gid) ->
                    given.add(local.relativize(directory) + " " + uid + ":" + gid),
                agent,
                server),
            pauses);
    agent.workOn(queue);
    watch = new ObjectWatch(server, agent, pauses);
    thread = Thread.ofPlatform().daemon().start(watch);
  }

  @AfterEach
  void stop() {
    stopAgent();
    cluster.close();
  }

  private void stopAgent() {
    watch.close();
    queue.close();
    thread.interrupt();
  }

  @Test
  void aDirectoryIsMadeReportedAndRemoved() {
    awaitWatch();
    cluster.put("one", object("one", 1, "Local", "Present", ""));

    awaitPatches(1);
    assertThat(local.resolve(DIRECTORY).resolve("rabbit-0-0")).isDirectory();
    assertThat(given).last().isEqualTo(DIRECTORY + " 1050:1051");
    assertThat(cluster.patches())
        .containsExactly(
            "[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":\"uid-one\"},"
                + "{\"op\":\"add\",\"path\":\"/status\",\"value\":"
                + "{\"phase\":\"Present\",\"observedGeneration\":1}}]");

    cluster.put("one", object("one", 2, "Local", "Absent", status("Present", 1)));
    awaitPatches(2);
    assertThat(local).isEmptyDirectory();
    assertThat(cluster.patches().getLast())
        .contains("\"phase\":\"Absent\",\"observedGeneration\":2");
  }

  @Test
  void itAsksForItsOwnObjectsOnlyWithTheTokenOfNow() {
    awaitWatch();

    assertThat(cluster.requests())
        .allMatch(request -> request.contains("labelSelector=warren.internal%2Frabbit%3Drabbit-0"))
        .allMatch(
            request ->
                request.startsWith(
                    "GET /apis/warren.internal/v1alpha1/namespaces/warren-system/rabbitdirectories?"));
  }

  @Test
  void anObjectOfAnotherRabbitIsLeftAlone() {
    awaitWatch();
    cluster.put(
        "other", object("other", 1, "Local", "Present", "").replace("rabbit-0\"", "rabbit-1\""));
    cluster.put("one", object("one", 1, "Local", "Present", ""));

    awaitPatches(1);
    assertThat(cluster.patches()).singleElement().asString().contains("uid-one");
  }

  @Test
  void whatIsSettledIsNotTouchedAgain() {
    cluster.put("settled", object("settled", 3, "Local", "Present", status("Present", 3)));
    awaitWatch();
    cluster.put("one", object("one", 1, "Shared", "Absent", ""));

    await().until(() -> agent.object("settled").isPresent() && !cluster.patches().isEmpty());
    assertThat(local).isEmptyDirectory();
  }

  @Test
  void aFailureIsReportedOnceAndTriedAgainUntilItWorks() throws IOException {
    awaitWatch();
    cluster.put("one", object("one", 1, "Shared", "Present", ""));

    awaitPatches(1);
    String failed = cluster.patches().getFirst();
    assertThat(failed)
        .contains("\"phase\":\"Failed\"")
        .contains("\"message\":\"" + temporary.resolve("shared") + ": Not a directory\"");
    // As the watch tells of the agent's own write.
    cluster.put(
        "one",
        object(
            "one",
            1,
            "Shared",
            "Present",
            ",\"status\":" + failed.replaceAll(".*\"/status\",\"value\":(.*)\\}\\]", "$1")));
    Files.createDirectory(temporary.resolve("shared"));

    awaitPatches(2);
    assertThat(cluster.patches().getLast()).contains("\"phase\":\"Present\"");
    await().until(() -> queue.size() == 0);
    assertThat(cluster.patches()).hasSize(2);
  }

  @Test
  void aSpecThatMakesNoSenseIsReported() {
    awaitWatch();
    cluster.put("one", object("one", 1, "Local", "Present", "").replace(DIRECTORY, "../etc"));

    awaitPatches(1);
    assertThat(cluster.patches().getFirst())
        .contains("\"phase\":\"Failed\"")
        .contains("not the name of a workflow's directory: ../etc");
    assertThat(temporary.resolve("etc")).doesNotExist();
  }

  @Test
  void aReportThatFailsIsTriedAgain() {
    awaitWatch();
    cluster.fail(3, 500);
    cluster.put("one", object("one", 1, "Local", "Present", ""));

    awaitPatches(1);
    assertThat(local.resolve(DIRECTORY)).isDirectory();
  }

  @Test
  void aReportAboutAnObjectThatIsGoneIsNotTriedAgain() {
    awaitWatch();
    cluster.fail(1, 404);
    cluster.put("one", object("one", 1, "Local", "Absent", ""));

    await().until(() -> cluster.requests().stream().anyMatch(it -> it.startsWith("PATCH")));
    cluster.put("two", object("two", 1, "Local", "Absent", ""));
    awaitPatches(1);
    assertThat(cluster.patches()).singleElement().asString().contains("uid-two");
  }

  @Test
  void whatHappensWhileTheWatchIsAwayIsFoundByANewList() {
    awaitWatch();
    cluster.put("gone", object("gone", 1, "Local", "Present", status("Present", 1)));
    await().until(() -> agent.object("gone").isPresent());
    cluster.fail(Integer.MAX_VALUE, 503);
    cluster.endWatches();
    await().until(() -> !agent.isConnected());
    cluster.delete("gone");
    cluster.putSilently("one", object("one", 1, "Local", "Present", ""));
    cluster.putSilently("two", object("two", 1, "Local", "Present", status("Present", 1)));
    cluster.fail(0, 503);

    awaitPatches(1);
    await().until(() -> agent.object("two").isPresent() && agent.isConnected());
    assertThat(agent.object("gone")).isEmpty();
  }

  @Test
  void aVersionThatIsTooOldIsAnsweredByANewList() {
    awaitWatch();
    cluster.putSilently("one", object("one", 1, "Local", "Present", ""));
    cluster.send("{\"type\":\"ERROR\",\"object\":{\"code\":410,\"message\":\"too old\"}}");

    awaitPatches(1);
  }

  @Test
  void aWatchThatEndsIsTakenUpWhereItEnded() {
    awaitWatch();
    cluster.send("{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"41\"}}}");
    cluster.endWatches();

    await()
        .until(
            () ->
                cluster.requests().stream()
                    .anyMatch(request -> request.contains("resourceVersion=41")));
    assertThat(cluster.requests().stream().filter(request -> !request.contains("watch=1")))
        .as("one list")
        .hasSize(1);
  }

  @Test
  void lineNoiseBeginsAnewAndDoesNoHarm() {
    awaitWatch();
    cluster.putSilently("one", object("one", 1, "Local", "Present", ""));
    cluster.send("{\"type\":\"ADDED\",\"object\":{\"metadata\"");

    awaitPatches(1);
  }

  @Test
  void anAgentThatWasKilledBeforeItReportedDoesItAgain() throws IOException {
    stopAgent();
    Files.createDirectories(local.resolve(DIRECTORY));
    cluster.put("one", object("one", 1, "Local", "Present", ""));

    startAgent();

    awaitPatches(1);
    assertThat(local.resolve(DIRECTORY).resolve("rabbit-0-0")).isDirectory();
    assertThat(cluster.patches().getFirst()).contains("\"phase\":\"Present\"");
  }

  private void awaitWatch() {
    await().until(() -> cluster.watchers() == 1 && agent.isConnected());
  }

  private void awaitPatches(int number) {
    await().until(() -> cluster.patches().size() >= number);
  }

  private static String status(String phase, int generation) {
    return ",\"status\":{\"phase\":\"%s\",\"observedGeneration\":%d}".formatted(phase, generation);
  }

  private static String object(
      String name, int generation, String root, String state, String status) {
    return """
    {"metadata":{"name":"%s","uid":"uid-%s","generation":%d,"resourceVersion":"8"},\
    "spec":{"rabbit":"rabbit-0","root":"%s","directory":"%s","owner":{"uid":1050,"gid":1051},\
    "computeDirectories":["rabbit-0-0"],"state":"%s"}%s}\
    """
        .formatted(name, name, generation, root, DIRECTORY, state, status);
  }
}
