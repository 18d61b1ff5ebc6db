package warren.dw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A text of directives that brings up one of the {@link Codes}.
 *
 * @param text in ISO 8859-1: all are ASCII but that of the script which is no UTF-8
 * @param book the standard one, or one with rules that show what is wrong with rules
 */
public record CodeExample(Input input, String text, RuleBook book) {
  /** The rules of the book of those examples that do not go by the standard one. */
  public static final RuleObject SITE_RULES = CodeExamples.SITE;

  /** What the text is, and so how directives are found in it. */
  public enum Input {
    /** A job script, in the dialect {@link Dialect#SLURM}. */
    SCRIPT,
    /** The same, to be submitted to Slurm. */
    SLURM_SCRIPT,
    /** The job attribute {@code dw}, in the dialect {@link Dialect#FLUX}. */
    FLUX_ATTRIBUTE,
    /** A Flux batch script, for a site whose presets are not known. */
    FLUX_SCRIPT,
    /** The one directive of a Workflow. */
    DIRECTIVE
  }

  public CodeExample {
    requireNonNull(input, "input");
    requireNonNull(text, "text");
    requireNonNull(book, "book");
  }

  /** The bytes of the text. */
  public byte[] content() {
    return text.getBytes(ISO_8859_1);
  }

  /**
   * The directives of the text.
   *
   * @param source how findings call the text
   */
  public JobScript script(String source) {
    return switch (input) {
      case SCRIPT ->
          JobScript.read(source, content(), Dialect.SLURM).warnedIfEmpty(content(), Dialect.SLURM);
      case SLURM_SCRIPT -> JobScript.readForSlurm(source, content());
      case FLUX_ATTRIBUTE -> JobScript.read(source, content(), Dialect.FLUX);
      case FLUX_SCRIPT ->
          FluxScript.read(source, content()).directives(source, FluxPresets.UNKNOWN);
      case DIRECTIVE -> JobScript.ofDirectives(List.of(text));
    };
  }
}
