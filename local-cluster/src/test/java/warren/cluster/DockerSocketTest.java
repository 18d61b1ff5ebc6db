package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DockerSocketTest {

  @Test
  void is_the_usual_one_unless_told_otherwise() {
    assertThat(DockerSocket.of(Optional.empty()).path()).isEqualTo(Path.of("/var/run/docker.sock"));
    assertThat(DockerSocket.of(Optional.of("")).path()).isEqualTo(Path.of("/var/run/docker.sock"));
    assertThat(DockerSocket.of(Optional.of("unix:///run/user/7/docker.sock")).uri())
        .hasToString("unix:///run/user/7/docker.sock");
  }

  @Test
  void of_another_machine_is_refused() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> DockerSocket.of(Optional.of("tcp://elsewhere:2375")))
        .withMessageContaining("DOCKER_HOST is tcp://elsewhere:2375: unset it");
  }

  @Test
  void that_nobody_serves_is_not_usable() {
    DockerSocket socket = new DockerSocket(Path.of("/nonexistent/docker.sock"));
    assertThat(socket.answers()).isFalse();
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(socket::requireAnswer)
        .withMessageStartingWith(
            "Docker is not usable: no engine answers at /nonexistent/docker.sock");
  }
}
