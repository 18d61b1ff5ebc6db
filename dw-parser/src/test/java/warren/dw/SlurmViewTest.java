package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Slurm itself makes of scripts: the reference for workload managers, section 1.6. */
class SlurmViewTest {
  private static final String REFUSES =
      " warning slurm-capacity-without-pool: Slurm itself refuses 'capacity=' without 'pool=',"
          + " unless the site has set it up otherwise. Write no 'pool=', which NNF refuses. If"
          + " sbatch says 'Burst Buffer request invalid', the administrator must set"
          + " 'Directive=BB_DWS' in burst_buffer.conf.";

  private static String shown(String... lines) {
    byte[] content = String.join("\n", lines).getBytes(UTF_8);
    return Scripts.shown(JobScript.readForSlurm("job.sh", content).findings());
  }

  private static String unseen(int stop) {
    return " warning slurm-stops-before: Slurm itself looks for directives only above line "
        + stop
        + ", the first that does not begin with '#'. Move the directive up; DWS reads it where it is"
        + " too, even inside a here-document.";
  }

  @Test
  void aCapacityWithoutAPoolIsWarnedOfWhereverTheWordsStand() {
    assertThat(shown("#!/bin/sh", "", "#DW jobdw name=foo capacity=1GB"))
        .isEqualTo("3:20+8" + REFUSES);
    assertThat(shown("#DW copy_in source=/a/capacity=3/x")).isEqualTo("1:23+8" + REFUSES);
    assertThat(shown("#DWfoo capacity=1")).isEqualTo("1:8+8" + REFUSES);
    assertThat(shown("#DW jobdw capacity=1GB mypool=x")).isEmpty();
    assertThat(shown("#DW jobdw name=foo")).isEmpty();
    assertThat(shown("#SBATCH capacity=1")).isEmpty();
  }

  @Test
  void aLineThatEndsInABackslashGoesOnInTheNextDirectiveLine() {
    assertThat(shown("#DW jobdw capacity=1GB \\", "# comment", "#DW pool=x"))
        .doesNotContain("slurm-capacity-without-pool")
        .contains("trailing-backslash");
    assertThat(shown("#DW jobdw capacity=1GB \\")).contains("1:11+8" + REFUSES);
    assertThat(shown("#DW a pool=x", "#DW b capacity=1GB", "#DW c capacity=2GB"))
        .isEqualTo("2:7+8" + REFUSES + "\n3:7+8" + REFUSES);
  }

  @Test
  void itStopsAtTheFirstLineThatDoesNotBeginWithAHash() {
    assertThat(shown("#!/bin/sh", " # indented", "#DW copy_in source=capacity=1", "EOF"))
        .isEqualTo("3:1+29" + unseen(2));
    assertThat(shown("#!/bin/sh", "", "#DW x", "cat <<EOF", "#DW y", "EOF"))
        .isEqualTo("5:1+5" + unseen(4));
    assertThat(shown("#!/bin/sh\r", "\r", "#DW y")).isEqualTo("3:1+5" + unseen(2));
  }

  @Test
  void whoDoesNotAskForItIsNotTold() {
    assertThat(Scripts.slurm("echo", "#DW jobdw capacity=1GB").findings()).isEmpty();
  }
}
