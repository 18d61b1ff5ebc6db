package warren.client.logs;

import java.io.IOException;

/** The cluster has no log of this attempt, or none any more: asking again is of no use. */
final class NoLogException extends IOException {
  private static final long serialVersionUID = 1L;

  NoLogException(String message) {
    super(message);
  }
}
