package warren.rabbit;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The agent's entry; takes no arguments. Exit status 2: the settings make no sense. */
public final class Main {
  private static final Logger LOG = System.getLogger(Main.class.getName());
  private static final int PROBE_PORT = 8080;

  private Main() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    AgentSettings settings;
    try {
      settings = AgentSettings.from(System.getenv());
    } catch (IllegalArgumentException e) {
      LOG.log(Level.ERROR, "the agent cannot start: {0}", e.getMessage());
      System.exit(2);
      return;
    }
    run(settings);
  }

  // All of it lives as long as the process: what is interrupted is taken up by the next one.
  private static void run(AgentSettings settings) throws IOException {
    Path authority = settings.account().resolve("ca.crt");
    ApiServer server =
        new ApiServer(
            settings.server(),
            settings.namespace(),
            settings.selector(),
            settings.account().resolve("token"),
            () -> ClusterTrust.client(authority));
    DirectoryAgent agent = new DirectoryAgent(settings.rabbit(), System::nanoTime);
    DirectoryTask task =
        new DirectoryTask(settings.roots(), OwnerChange.ofFileSystem(), agent, server);
    agent.workOn(new WorkQueue(task, pauses(Duration.ofSeconds(1), Duration.ofMinutes(1))));
    new AgentHealth(PROBE_PORT, agent);
    LOG.log(Level.INFO, "starts on {0}", settings.rabbit());
    new ObjectWatch(server, agent, pauses(Duration.ofMillis(200), Duration.ofSeconds(30))).run();
  }

  private static Pauses pauses(Duration first, Duration longest) {
    return new Pauses(first, longest, () -> ThreadLocalRandom.current().nextDouble());
  }
}
