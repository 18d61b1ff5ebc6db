package warren.launch;

/** Where the data of a {@link Mount} comes from. */
public sealed interface MountSource {
  /**
   * A PersistentVolumeClaim in the workflow's namespace.
   *
   * @param name its name
   */
  record Claim(String name) implements MountSource {
    public Claim {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a claim has a name");
      }
    }
  }
}
