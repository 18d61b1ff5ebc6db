package warren.names;

import static java.util.Objects.requireNonNull;

/**
 * Which workflow: the UID tells it from an earlier one of the same name.
 *
 * @param uid {@code metadata.uid} as the API server gave it
 */
public record WorkflowIdentity(String namespace, String name, String uid) {
  public WorkflowIdentity {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    requireNonNull(uid, "uid");
  }
}
