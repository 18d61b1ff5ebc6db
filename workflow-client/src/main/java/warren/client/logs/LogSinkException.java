package warren.client.logs;

import java.io.IOException;

/** A log was read, but could not be written where it is kept. */
final class LogSinkException extends IOException {
  private static final long serialVersionUID = 1L;

  LogSinkException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
