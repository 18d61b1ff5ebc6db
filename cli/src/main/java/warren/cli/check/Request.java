package warren.cli.check;

import static java.util.Objects.requireNonNull;

import warren.dw.JobScript;
import warren.dw.RuleBook;

/** What one line of JSON asks: what is wrong with these directives by these rules. */
record Request(JobScript script, RuleBook book) {
  Request {
    requireNonNull(script, "script");
    requireNonNull(book, "book");
  }
}
