package warren.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class LibraryLogTest {
  private final LoggerContext logging = new LoggerContext();

  LibraryLogTest() {
    new LibraryLog().configure(logging);
  }

  @Test
  void aWarningIsOneLineWithoutAStackTrace() {
    Logger logger = logging.getLogger("com.google.cloud.tools.jib.http.FailoverHttpClient");
    LoggingEvent event =
        new LoggingEvent(
            "", logger, Level.WARN, "{} is slow", new IllegalStateException(), new Object[] {"it"});

    assertThat(new LibraryLog.Line().doLayout(event))
        .isEqualTo("warren: WARN  FailoverHttpClient: it is slow" + System.lineSeparator());
  }

  @Test
  void whatCommandsSayInTheirOwnWordsIsNotLogged() {
    assertThat(logging.getLogger("anything").isWarnEnabled()).isTrue();
    assertThat(logging.getLogger("anything").isInfoEnabled()).isFalse();
    assertThat(logging.getLogger("io.fabric8.kubernetes.client").isWarnEnabled()).isFalse();
    assertThat(logging.getLogger("org.testcontainers.DockerClientFactory").isErrorEnabled())
        .isFalse();
  }
}
