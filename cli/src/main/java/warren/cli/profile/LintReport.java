package warren.cli.profile;

/** Prints what is to be said of files with profiles, one after the other. */
interface LintReport {
  void add(ProfileInput input);

  /** Prints what is to be said at the end; returns whether nothing was refused. */
  boolean end();
}
