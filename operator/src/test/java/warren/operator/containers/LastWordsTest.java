package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LastWordsTest {
  private static final String OPEN_MPI_4 =
      """
      sh: 1: orted: not found
      --------------------------------------------------------------------------
      ORTE was unable to reliably start one or more daemons.
      This usually is caused by:

      * not finding the required libraries and/or binaries on
        one or more nodes. Please check your PATH and LD_LIBRARY_PATH
        settings, or configure OMPI with --enable-orterun-prefix-by-default

      * an inability to create a connection back to mpirun due to a
        lack of common network interfaces and/or no route found between
        them. Please check network connectivity (including firewalls
        and network routing requirements).
      --------------------------------------------------------------------------
      """;

  private static final String MPICH =
      """
      the disk is on fire

      ===================================================================================
      =   BAD TERMINATION OF ONE OF YOUR APPLICATION PROCESSES
      =   PID 17 RUNNING AT wf-worker-0
      =   EXIT CODE: 3
      =   CLEANING UP REMAINING PROCESSES
      =   YOU CAN IGNORE THE BELOW CLEANUP MESSAGES
      ===================================================================================
      """;

  @Test
  void theCauseStandsAboveThePagesOfOpenMpi() {
    assertThat(LastWords.of(OPEN_MPI_4)).isEqualTo("sh: 1: orted: not found");
  }

  @Test
  void pagesThatTellWhichProcessFailedAreKept() {
    String page =
        """
        --------------------------------------------------------------------------
        mpirun noticed that process rank 1 with PID 0 on node wf-worker-1 exited on signal 9 (Killed).
        --------------------------------------------------------------------------
        """;

    assertThat(LastWords.of(page))
        .isEqualTo(
            "mpirun noticed that process rank 1 with PID 0 on node wf-worker-1 exited on signal 9"
                + " (Killed).");
  }

  @Test
  void mpichsFrameIsLeftOutAndItsFactsAreKept() {
    assertThat(LastWords.of(MPICH))
        .isEqualTo("the disk is on fire\n\n=   PID 17 RUNNING AT wf-worker-0\n=   EXIT CODE: 3");
  }

  @Test
  void aTextOfNothingButBoilerplateIsTold() {
    String page = OPEN_MPI_4.substring(OPEN_MPI_4.indexOf("---"));

    assertThat(LastWords.of(page)).contains("routing requirements");
  }

  @Test
  void otherTextIsKeptAsItIs() {
    assertThat(LastWords.of("  a\n\n  b\n")).isEqualTo("a\n\n  b");
    assertThat(LastWords.of(null)).isEmpty();
    assertThat(LastWords.of(" \n")).isEmpty();
  }
}
