package warren.operator.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code make ROOT NAME UID GID [CHILD...]} or {@code remove ROOT NAME}. Both may be repeated. Exit
 * status 0: done; 1: failed, the reason is on standard error; 2: called wrongly.
 */
public final class DirectoryMain {
  private static final Logger LOG = Logger.getLogger(DirectoryMain.class.getName());

  private DirectoryMain() {}

  /** See the class. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), OwnerChange.ofFileSystem()));
  }

  static int run(List<String> arguments, OwnerChange owner) {
    DirectoryRequest request;
    try {
      request = DirectoryRequest.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    Path directory = request.root().resolve(request.name());
    try {
      switch (request) {
        case DirectoryRequest.Make make -> MadeDirectory.make(make, owner);
        case DirectoryRequest.Remove remove -> RemovedTree.remove(remove);
      }
      return 0;
    } catch (IOException e) {
      LOG.log(Level.FINE, "failed", e);
      System.err.println(directory + ": " + reason(e));
      return 1;
    }
  }

  /**
   * The exceptions of java.nio.file say what went wrong by their class, and where by their message.
   */
  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
