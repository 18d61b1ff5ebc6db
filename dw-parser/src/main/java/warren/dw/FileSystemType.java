package warren.dw;

import java.util.Arrays;
import java.util.Optional;

/** What {@code type=} of {@code jobdw} and {@code create_persistent} may be. */
public enum FileSystemType {
  RAW,
  XFS,
  GFS2,
  LUSTRE;

  /** The word in a directive: the lower-case name. */
  public String word() {
    return switch (this) {
      case RAW -> "raw";
      case XFS -> "xfs";
      case GFS2 -> "gfs2";
      case LUSTRE -> "lustre";
    };
  }

  /** The type of this word, spelled exactly; empty for any other text. */
  public static Optional<FileSystemType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** Whether every compute has a file system of its own (all but lustre), or all share one tree. */
  public boolean isPerCompute() {
    return this != LUSTRE;
  }
}
