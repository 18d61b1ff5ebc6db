package warren.rabbit;

import java.io.IOException;

/** The API server answered, but not with what was asked for. */
final class ApiException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * @param code the HTTP status
   */
  ApiException(String message, int code) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
