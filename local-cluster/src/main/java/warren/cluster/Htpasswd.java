package warren.cluster;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords: random ones, and the file by which the registry checks them. */
final class Htpasswd {
  /**
   * The least that bcrypt takes: the password is random, and the registry computes it at each
   * request.
   */
  private static final int COST = 4;

  private Htpasswd() {}

  /** A new secret of 128 bits, as hexadecimal digits. */
  static String randomSecret() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A password file of one line. The registry takes bcrypt only. */
  static String line(String user, String password) {
    return user
        + ":"
        + BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(COST, password.toCharArray())
        + "\n";
  }
}
