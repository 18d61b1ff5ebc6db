package warren.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the containers of a job may use a global file system. Kubernetes has two more modes, which
 * let one node or one pod alone mount a volume; a job's containers are on many.
 */
public enum AccessMode {
  READ_ONLY_MANY("ReadOnlyMany"),
  READ_WRITE_MANY("ReadWriteMany");

  private final String word;

  AccessMode(String word) {
    this.word = word;
  }

  /** The word in a profile's {@code pvcMode}. */
  public String word() {
    return word;
  }

  /** The mode of this word, spelled exactly; empty for any other. */
  public static Optional<AccessMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(AccessMode::word).toList();
  }
}
