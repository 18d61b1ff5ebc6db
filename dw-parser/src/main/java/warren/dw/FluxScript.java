package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The submission lines of a Flux batch script, those behind {@code #FLUX:}.
 *
 * @param sign the first sentinel, such as {@code #FLUX:}; empty if the text has none, and so is no
 *     Flux batch script
 * @param attribute the value of the job attribute {@code dw}, if the script gives one
 * @param findings what Flux refuses of these lines, and what looks like a directive and is none
 */
public record FluxScript(
    Optional<Sentinel> sign, Optional<PlacedText> attribute, List<Finding> findings) {
  /** A text without submission lines. */
  public static final FluxScript NONE =
      new FluxScript(Optional.empty(), Optional.empty(), List.of());

  /**
   * What a submission line begins with.
   *
   * @param text such as {@code #FLUX:} or {@code # flux:}
   */
  public record Sentinel(String text, Place place) {
    public Sentinel {
      requireNonNull(text, "text");
      requireNonNull(place, "place");
    }

    /** Whether a shell takes the line for a comment, so that nobody can mean anything else. */
    public boolean isComment() {
      return text.startsWith("#");
    }
  }

  public FluxScript {
    requireNonNull(sign, "sign");
    requireNonNull(attribute, "attribute");
    findings = List.copyOf(findings);
  }

  /** Reads a script; any bytes will do. */
  public static FluxScript read(String source, byte[] content) {
    return new FluxLines(source).read(content);
  }

  /**
   * The directives of the script, with all findings.
   *
   * @param source the script's name as the user gave it
   */
  public JobScript directives(String source, FluxPresets presets) {
    return FluxPieces.read(source, attribute.stream().toList(), presets).with(findings);
  }
}
