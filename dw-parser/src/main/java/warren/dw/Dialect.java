package warren.dw;

/** How a workload manager finds directives in what the user submits. */
public enum Dialect {
  /**
   * Every line of the job script that is {@code #DW} in column 1, one blank and at least one more
   * character, wherever it stands, here-documents included.
   */
  SLURM,
  /**
   * The text of the job attribute {@code dw}, cut before every {@code #DW} and blank, wherever they
   * stand; text before the first of them is taken as a directive too.
   */
  FLUX
}
