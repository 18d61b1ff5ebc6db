package warren.cli.check;

import static java.util.Objects.requireNonNull;

import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.submission.Submission;
import warren.submission.SubmissionReader;

/**
 * How this call checks.
 *
 * @param reader finds the directives
 * @param book the rules for all that brings none of its own
 * @param extent how much is asked beside the rules
 */
record Checker(SubmissionReader reader, RuleBook book, Extent extent) {
  Checker {
    requireNonNull(reader, "reader");
    requireNonNull(book, "book");
    requireNonNull(extent, "extent");
  }

  /** Finds the directives of an input; any bytes will do. */
  Submission submission(String source, byte[] content) {
    return reader.read(source, content);
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
