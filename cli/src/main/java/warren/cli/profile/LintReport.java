package warren.cli.profile;

import java.util.List;
import warren.dw.Finding;

/** Prints what is to be said of files with profiles, one after the other. */
interface LintReport {
  void add(ProfileInput input, List<Finding> findings);

  /** Prints what is to be said at the end; returns whether nothing was refused. */
  boolean end();
}
