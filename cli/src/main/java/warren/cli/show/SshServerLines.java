package warren.cli.show;

import com.google.re2j.Pattern;
import warren.client.logs.MpiRole;

/**
 * Recognizes what the SSH server of an MPI worker prints about its own work. Ranks print through
 * the launcher, so these lines are no part of the job's output. Refusals and errors of the server
 * are not among them.
 */
public final class SshServerLines {
  private static final Pattern ROUTINE =
      Pattern.compile(
          "(Server listening on .* port [0-9]+\\.?"
              + "|Accepted publickey for .*"
              + "|Connection (closed|reset) by .* port [0-9]+.*"
              + "|Received disconnect from .*: disconnected by user"
              + "|Disconnected from .* port [0-9]+"
              + "|kex_exchange_identification: .*"
              + "|banner exchange: .*"
              + "|Received signal 15; terminating\\.)\\r?");

  private SshServerLines() {}

  /** Whether a line in a log of this role is one of the server's routine. */
  public static boolean contain(MpiRole role, String line) {
    return role == MpiRole.WORKER && ROUTINE.matches(line);
  }
}
