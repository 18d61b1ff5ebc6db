package warren.cli.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import warren.dw.Dialect;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;

/**
 * How this call checks.
 *
 * @param dialect how directives are found in scripts; empty is Slurm's plug-in's, without what
 *     Slurm itself would say
 * @param book the rules for all that brings none of its own
 * @param extent how much is asked beside the rules
 */
record Checker(Optional<DialectOption> dialect, RuleBook book, Extent extent) {
  Checker {
    requireNonNull(dialect, "dialect");
    requireNonNull(book, "book");
    requireNonNull(extent, "extent");
  }

  /** The directives of a script; any bytes will do. */
  JobScript script(String source, byte[] content) {
    return dialect
        .map(chosen -> chosen.read(source, content))
        .orElseGet(() -> JobScript.read(source, content, Dialect.SLURM));
  }

  /** What is wrong with the directives. */
  Reading read(JobScript script) {
    return read(script, book);
  }

  /** The same by other rules. */
  Reading read(JobScript script, RuleBook rules) {
    return extent.of(script, new DirectiveReader(rules).read(script));
  }
}
