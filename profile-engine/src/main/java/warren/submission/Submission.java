package warren.submission;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import warren.dw.JobScript;

/**
 * A text with directives, recognized and read.
 *
 * @param sign what the form was recognized by, as a clause; empty if the text shows nothing, and
 *     the form is the one that was asked for or the usual one
 */
public record Submission(Form form, Optional<String> sign, JobScript script) {
  public Submission {
    requireNonNull(form, "form");
    requireNonNull(sign, "sign");
    requireNonNull(script, "script");
  }

  /** A sentence that says how the text was read, where nobody said how to. */
  public Optional<String> recognized() {
    return sign.map(
        clause -> "%s is read as %s: %s.".formatted(script.source(), form.words(), clause));
  }
}
