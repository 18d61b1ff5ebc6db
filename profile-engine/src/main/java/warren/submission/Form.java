package warren.submission;

import java.util.Locale;

/** What a text with directives is. */
public enum Form {
  /** A job script in the dialect of Slurm, the form of every script that shows no other. */
  SLURM_SCRIPT("a Slurm batch script"),
  /** A job script with submission lines for Flux. */
  FLUX_SCRIPT("a Flux batch script"),
  /** The text of the Flux job attribute {@code dw}. */
  FLUX_ATTRIBUTE("the Flux attribute 'dw'"),
  /** A job as Flux stores it, with the attribute {@code attributes.system.dw}. */
  FLUX_JOBSPEC("a Flux jobspec"),
  /** A Workflow of DWS. */
  WORKFLOW("a Workflow"),
  /** The list of a Workflow or of a jobspec alone. */
  LIST("a list of directives"),
  /** A document that is none of these. */
  DOCUMENT("YAML or JSON");

  private final String words;

  Form(String words) {
    this.words = words;
  }

  /** The form with its article, for sentences. */
  public String words() {
    return words;
  }

  /** The form as one word, for programs: the constant's name in lower case, with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the text is a script that a shell can run. */
  public boolean isScript() {
    return this == SLURM_SCRIPT || this == FLUX_SCRIPT;
  }
}
