package warren.cli.show;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.Map;

/**
 * Shows warnings of libraries on standard error, one line each. Logback finds this class by {@code
 * META-INF/services}. The configuration is code because a job waits for it: to read the same from
 * XML takes a tenth of a second.
 */
public final class LibraryLog extends ContextAwareBase implements Configurator {
  /** What matters of these libraries' troubles is said in the commands' own words. */
  private static final Map<String, Level> LEVELS =
      Map.of(
          "org.testcontainers", Level.OFF,
          "tc", Level.OFF,
          "com.github.dockerjava", Level.OFF,
          "io.fabric8", Level.ERROR);

  @Override
  public ExecutionStatus configure(LoggerContext logging) {
    logging.getStatusManager().add(new NopStatusListener());
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(logging);
    appender.setName("stderr");
    appender.setTarget("System.err");
    appender.setEncoder(encoder(logging));
    appender.start();
    Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    LEVELS.forEach((library, level) -> logging.getLogger(library).setLevel(level));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext logging) {
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(logging);
    encoder.setLayout(new Line());
    encoder.start();
    return encoder;
  }

  /** {@code warren: WARN ClassName: message}, without a stack trace. */
  static final class Line extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
      String logger = event.getLoggerName();
      return "warren: %-5s %s: %s%n"
          .formatted(
              event.getLevel(),
              logger.substring(logger.lastIndexOf('.') + 1),
              event.getFormattedMessage());
    }
  }
}
