package warren.cli.check;

import java.io.IOException;
import java.io.InputStream;

/** Reads the inputs of one call and prints what is to be said of them, in their order. */
interface Report {
  /**
   * Reads an input to its end.
   *
   * @param source its name in findings
   * @throws IOException when it cannot be read; {@link #unreadable} is called then
   */
  Answer read(String source, InputStream input) throws IOException;

  /**
   * Tells that an input could not be read, or not to its end.
   *
   * @param why a sentence that names it
   */
  void unreadable(String source, String why);

  /** All inputs were told of. */
  void end();
}
