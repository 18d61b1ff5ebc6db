package warren.cli.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallerTest {
  @Test
  void itsGroupsAreThoseThatTheSystemTells() throws IOException {
    Process id = new ProcessBuilder("id", "-G").start();
    Set<Long> told =
        Stream.of(new String(id.getInputStream().readAllBytes(), UTF_8).strip().split(" ", -1))
            .map(Long::valueOf)
            .collect(Collectors.toSet());

    Set<Long> all = new TreeSet<>(Caller.supplementaryGroups());
    all.add(Integer.toUnsignedLong(Caller.gid()));
    assertThat(all).isEqualTo(told);
  }

  @Test
  void groupsAreReadFromAStatus() {
    assertThat(Caller.groups(Stream.of("Gid:\t7\t7\t7\t7", "Groups:\t4 24 4294967294 ", "Pid:\t1")))
        .isEqualTo(List.of(4L, 24L, 4294967294L));
    assertThat(Caller.groups(Stream.of("Groups:\t ", "Pid:\t1"))).isEmpty();
  }
}
