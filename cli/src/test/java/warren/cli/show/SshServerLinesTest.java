package warren.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.client.logs.MpiRole;

/** Lines as OpenSSH's server printed them in workers of the MPI example. */
class SshServerLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Server listening on 0.0.0.0 port 2222.",
        "Server listening on :: port 2222.",
        "kex_exchange_identification: Connection closed by remote host",
        "Connection closed by 10.42.2.1 port 35928",
        "Accepted publickey for mpiuser from 10.42.1.5 port 56294 ssh2: ECDSA SHA256:R8i8XLQRAAyQ",
        "Received disconnect from 10.42.1.5 port 56294:11: disconnected by user",
        "Disconnected from user mpiuser 10.42.1.5 port 56294",
        "Received signal 15; terminating.",
      })
  void theServersRoutineIsRecognizedInWorkersOnly(String line) {
    assertThat(SshServerLines.contain(MpiRole.WORKER, line)).isTrue();
    assertThat(SshServerLines.contain(MpiRole.LAUNCHER, line)).isFalse();
    assertThat(SshServerLines.contain(MpiRole.NONE, line)).isFalse();
  }

  @Test
  void aFailureOfTheServerAndTheProgramsOwnLinesStay() {
    assertThat(SshServerLines.contain(MpiRole.WORKER, "User mpiuser not allowed because"))
        .isFalse();
    assertThat(SshServerLines.contain(MpiRole.WORKER, "Could not load host key: /x")).isFalse();
    assertThat(SshServerLines.contain(MpiRole.WORKER, "I am a rank")).isFalse();
  }
}
