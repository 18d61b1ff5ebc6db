package warren.cli.job;

import warren.dw.Dialect;

/** Who gets a script; the names are those of {@code --dialect}. */
enum DialectOption {
  slurm(Dialect.SLURM),
  flux(Dialect.FLUX);

  private final Dialect dialect;

  DialectOption(Dialect dialect) {
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }
}
