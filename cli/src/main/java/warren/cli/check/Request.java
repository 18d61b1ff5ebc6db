package warren.cli.check;

import static java.util.Objects.requireNonNull;

import warren.dw.RuleBook;
import warren.submission.Submission;

/** What one line of JSON asks: what is wrong with these directives by these rules. */
record Request(Submission submission, RuleBook book) {
  Request {
    requireNonNull(submission, "submission");
    requireNonNull(book, "book");
  }
}
