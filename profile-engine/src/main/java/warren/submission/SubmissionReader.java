package warren.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
import warren.dw.Dialect;
import warren.dw.FluxPresets;
import warren.dw.FluxScript;
import warren.dw.JobScript;

/**
 * Recognizes what a text with directives is, and reads it.
 *
 * @param dialect who gets the text; empty if nobody said, and then a script is one for Slurm unless
 *     it shows another form
 * @param presets those of the site, for the Flux attribute
 */
public record SubmissionReader(Optional<Dialect> dialect, FluxPresets presets) {
  /** Reads whatever shows its form; of a site whose presets are not known. */
  public static final SubmissionReader ANY =
      new SubmissionReader(Optional.empty(), FluxPresets.UNKNOWN);

  /** A submission line of Slurm, which a script for several managers may have beside Flux's. */
  private static final Pattern SBATCH = Pattern.compile("(?m)^#SBATCH\\b");

  public SubmissionReader {
    requireNonNull(dialect, "dialect");
    requireNonNull(presets, "presets");
  }

  /**
   * Reads a text; any bytes will do.
   *
   * @param source the file's name as the user gave it
   */
  public Submission read(String source, byte[] content) {
    if (dialect.equals(Optional.of(Dialect.SLURM))) {
      JobScript script = JobScript.readForSlurm(source, content);
      return of(Form.SLURM_SCRIPT, Optional.empty(), script, content);
    }
    Optional<Submission> document = DocumentReader.read(source, content, presets);
    if (document.isPresent()) {
      return document.get();
    }
    if (dialect.isPresent()) {
      return forFlux(source, content);
    }
    String text = new String(content, UTF_8);
    FluxScript flux =
        text.contains("FLUX:") || text.contains("flux:")
            ? FluxScript.read(source, content)
            : FluxScript.NONE;
    Optional<FluxScript.Sentinel> sign = flux.sign().filter(FluxScript.Sentinel::isComment);
    boolean isForBoth = sign.isPresent() && SBATCH.matcher(text).find();
    return sign.isPresent() && !isForBoth
        ? of(Form.FLUX_SCRIPT, sign.map(SubmissionReader::clause), script(source, flux), content)
        : of(
            Form.SLURM_SCRIPT,
            Optional.of("it has #SBATCH lines beside those of Flux").filter(any -> isForBoth),
            JobScript.read(source, content, Dialect.SLURM),
            content);
  }

  private static String clause(FluxScript.Sentinel sign) {
    return "line %d begins with '%s'".formatted(sign.place().line(), sign.text());
  }

  private Submission forFlux(String source, byte[] content) {
    FluxScript flux = FluxScript.read(source, content);
    return flux.sign().isPresent() || new String(content, UTF_8).startsWith("#!")
        ? of(Form.FLUX_SCRIPT, Optional.empty(), script(source, flux), content)
        : of(
            Form.FLUX_ATTRIBUTE,
            Optional.empty(),
            JobScript.readAttribute(source, content, presets),
            content);
  }

  private JobScript script(String source, FluxScript flux) {
    return flux.attribute()
        .flatMap(value -> DocumentReader.listWithin(value, presets))
        .map(list -> list.with(flux.findings()))
        .orElseGet(() -> flux.directives(source, presets));
  }

  private static Submission of(Form form, Optional<String> sign, JobScript script, byte[] content) {
    Dialect dialect = form == Form.SLURM_SCRIPT ? Dialect.SLURM : Dialect.FLUX;
    return new Submission(form, sign, script.warnedIfEmpty(content, dialect));
  }
}
