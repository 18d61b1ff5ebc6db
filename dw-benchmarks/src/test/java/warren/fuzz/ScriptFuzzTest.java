package warren.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import warren.dw.Dialect;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.RuleBook;

/** Any bytes as a job script, in the one or the other dialect, by the standard rules. */
class ScriptFuzzTest {
  private static final String SOURCE = "job.sh";

  private final DirectiveReader reader = new DirectiveReader(RuleBook.standard());

  @DictionaryEntries({
    "#DW ",
    "\\x0A#DW ",
    "#BB ",
    "\\\\\\x0A",
    "\\x0D\\x0A",
    "\\x09",
    "\\xC2\\xA0",
    "\\xE3\\x80\\x80",
    "\\xEF\\xBB\\xBF",
    "jobdw ",
    "create_persistent ",
    "destroy_persistent ",
    "persistentdw ",
    "copy_in ",
    "copy_out ",
    "container ",
    "name=",
    "profile=",
    "type=",
    "capacity=",
    "pool=",
    "requires=",
    "source=",
    "destination=",
    "DW_JOB_",
    "DW_PERSISTENT_",
    "DW_GLOBAL_",
    "$DW_JOB_",
    "$DW_PERSISTENT_",
    "lustre",
    "gfs2",
    "xfs",
    "raw",
    "10GiB",
    "0KB",
    "9223372036854775808TB",
    "copy-offload",
    "user-container-auth",
    "command",
    "$$empty_value_123456$$",
    "name=aa",
    "name=bb",
    "profile=pp",
    "type=lustre capacity=1GB name=aa",
    "=/p ",
    "<<EOF"
  })
  @FuzzTest
  void anyBytesAreRead(byte[] content) {
    Dialect dialect = content.length % 2 == 0 ? Dialect.SLURM : Dialect.FLUX;
    Effort.bounded(() -> read(content, dialect), () -> dialect + "\n" + new String(content, UTF_8));
  }

  private void read(byte[] content, Dialect dialect) {
    JobScript script = JobScript.read(SOURCE, content, dialect);
    Invariants.hold(reader, script, Text.ofScript(SOURCE, content), content.length);
  }
}
