package warren.cli.check;

import warren.dw.Dialect;
import warren.dw.JobScript;

/** How directives are found; the names are those of {@code --dialect}. */
enum DialectOption {
  slurm {
    @Override
    JobScript read(String source, byte[] content) {
      return JobScript.readForSlurm(source, content);
    }
  },
  flux {
    @Override
    JobScript read(String source, byte[] content) {
      return JobScript.read(source, content, Dialect.FLUX);
    }
  };

  /** The directives of a script; any bytes will do. */
  abstract JobScript read(String source, byte[] content);
}
