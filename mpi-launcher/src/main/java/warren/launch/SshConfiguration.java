package warren.launch;

/**
 * How mpirun reaches its workers: an SSH server run as the job's user, without any privilege.
 *
 * <p>mpi-operator makes one key pair for each job and mounts it in the first container of launcher
 * and workers: it is the user's key, the list of authorised keys and the servers' host key at once.
 */
public final class SshConfiguration {
  /** Where workers listen; ports below 1024 are for privileged users. */
  public static final int PORT = 2222;

  /** Where the server's configuration stands in the containers. */
  public static final String SERVER_FILE = "/etc/warren/sshd_config";

  /**
   * Where mpi-operator mounts the job's key pair. Published images bring a configuration of the
   * server that names the host key there.
   */
  public static final String OPERATOR_KEYS = "/home/mpiuser/.ssh";

  private SshConfiguration() {}

  /** Where the user has the job's key pair: the server looks for authorised keys in the home. */
  public static String keyDirectory(Account account) {
    return account.home() + "/.ssh";
  }

  /**
   * The client's system-wide configuration. Hosts are not checked by name: all have the same key,
   * made for this job alone, and nobody without it can answer for them.
   */
  static String client(Account account) {
    return """
        Host *
          Port %s
          User %s
          IdentityFile %s/id_rsa
          IdentitiesOnly yes
          BatchMode yes
          StrictHostKeyChecking no
          UserKnownHostsFile /dev/null
          LogLevel ERROR
        """
        .formatted(PORT, account.name(), keyDirectory(account));
  }

  /** The server's configuration. The environment of its sessions is {@link RankShell}'s matter. */
  static String server(Account account) {
    return """
        Port %1$s
        HostKey %2$s/id_rsa
        AuthorizedKeysFile %2$s/authorized_keys
        AllowUsers %3$s
        PubkeyAuthentication yes
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        # Only root could change users, ask PAM or write the usual PID file.
        UsePAM no
        PidFile none
        # Keys and home belong to root: Kubernetes mounts them so.
        StrictModes no
        # A launcher opens a session for each worker at once, and workers open more in a tree.
        MaxStartups 4096
        MaxSessions 4096
        AllowTcpForwarding no
        X11Forwarding no
        PrintMotd no
        UseDNS no
        """
        .formatted(PORT, keyDirectory(account), account.name());
  }
}
