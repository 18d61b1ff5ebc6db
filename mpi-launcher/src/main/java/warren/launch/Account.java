package warren.launch;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import warren.names.Reserved;
import warren.plan.UserIdentity;

/**
 * The job's user inside the containers. An image knows nobody by the job's user id, and programs
 * such as ssh refuse to work for a user without a name; so the containers get a passwd and a group
 * file of their own.
 *
 * @param name the user's and its own group's name inside the containers
 * @param id the job's user, never 0
 * @param shell the login shell, which an SSH server runs for each session
 */
public record Account(String name, UserIdentity id, String shell) {
  public Account {
    requireNonNull(shell, "shell");
    if (!UserIdentity.isName(name)) {
      throw new IllegalArgumentException("this is no user name: " + name);
    }
    if (id.uid() == 0) {
      throw new IllegalArgumentException("containers never run as user 0");
    }
  }

  /** The account of a user, under the user's own name where that is known. */
  public static Account of(UserIdentity user, String shell) {
    return new Account(user.name().orElse("user"), user, shell);
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

  /**
   * The text of a {@code group} file. Only the ids of the user's other groups are known: group 2000
   * is called {@code g2000}.
   */
  public String group() {
    String others =
        otherGroups().stream()
            .map(gid -> "g%1$s:x:%1$s:%2$s\n".formatted(gid, name))
            .collect(joining());
    return """
        %1$s:x:%2$s:
        root:x:0:
        nogroup:x:65534:
        %3$s"""
        .formatted(name, id.gid(), others);
  }

  /**
   * The ids of the groups that the user's processes are in beside the user's own, as far as
   * Kubernetes takes them: its ids are signed. Group 0 is left out: images and nodes give it rights
   * that are not meant for the user's group.
   */
  public List<Long> otherGroups() {
    return id.supplementaryGroups().stream()
        .filter(gid -> gid != 0 && gid != id.gid() && gid <= Integer.MAX_VALUE)
        .distinct()
        .toList();
  }
}
