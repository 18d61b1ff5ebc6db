package warren.cluster;

import java.util.Objects;

/**
 * The private container registry of a cluster. It answers nobody without user name and password. It
 * has one account and no rights per account: a pull secret made of it could push, too.
 *
 * @param nodeName what nodes call it, the first part of image names in pods, such as {@code
 *     registry.warren.internal:5000}
 * @param localAddress where this machine reaches it, such as {@code 127.0.0.1:32768}
 * @param username who may push and pull
 * @param password that user's password
 */
public record Registry(String nodeName, String localAddress, String username, String password) {
  static final String HOST = "registry.warren.internal";
  static final int PORT = 5000;
  static final String NODE_NAME = HOST + ":" + PORT;
  static final String USER = "warren";

  /** No part may be missing. */
  public Registry {
    Objects.requireNonNull(nodeName);
    Objects.requireNonNull(localAddress);
    Objects.requireNonNull(username);
    Objects.requireNonNull(password);
  }

  /**
   * The registry's name of an image, as pods write it; {@code repositoryTag} is like {@code
   * red-rock-slushy:v1}.
   */
  public String image(String repositoryTag) {
    return nodeName + "/" + repositoryTag;
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "Registry[" + nodeName + " at " + localAddress + " as " + username + "]";
  }
}
