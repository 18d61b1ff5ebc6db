package warren.launch;

import static java.util.Objects.requireNonNull;

import warren.names.Reserved;
import warren.plan.UserIdentity;

/**
 * The job's user inside the containers. An image knows nobody by the job's user id, and programs
 * such as ssh refuse to work for a user without a name; so the containers get a passwd and a group
 * file of their own.
 *
 * @param name the user's and the group's name inside the containers
 * @param id the job's user, never 0
 * @param shell the login shell, which an SSH server runs for each session
 */
public record Account(String name, UserIdentity id, String shell) {
  public Account {
    requireNonNull(name, "name");
    requireNonNull(shell, "shell");
    if (id.uid() == 0) {
      throw new IllegalArgumentException("containers never run as user 0");
    }
  }

  /**
   * The home directory: empty at the start, private to the pod, deleted with it. It is nowhere that
   * an image has files of its own.
   */
  public String home() {
    return Reserved.HOMES + "/" + name;
  }

  /**
   * The text of a {@code passwd} file; the job's user first, for the first entry of an id counts.
   */
  public String passwd() {
    return """
        %1$s:x:%2$s:%3$s::%4$s:%5$s
        root:x:0:0:root:/root:/usr/sbin/nologin
        nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
        """
        .formatted(name, id.uid(), id.gid(), home(), shell);
  }

  /** The text of a {@code group} file. */
  public String group() {
    return """
        %1$s:x:%2$s:
        root:x:0:
        nogroup:x:65534:
        """
        .formatted(name, id.gid());
  }
}
