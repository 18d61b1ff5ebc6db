package warren.cli.job;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  @Test
  void aProcessThatMakesItsGroupLateIsKilledToo() throws IOException {
    Process late =
        new ProcessBuilder(
                "/bin/sh", "-c", "sleep 0.3; exec " + JobCommand.tool("setsid") + " sleep 300")
            .start();
    Process watchdog =
        new ProcessBuilder("/bin/sh", "-c", Watchdog.WAIT_THEN_KILL, "watchdog", "true")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream pipe = watchdog.getOutputStream()) {
      pipe.write((late.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    await().atMost(Duration.ofSeconds(60)).until(() -> !late.isAlive() && !watchdog.isAlive());
  }
}
