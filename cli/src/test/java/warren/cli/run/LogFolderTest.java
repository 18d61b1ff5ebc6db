package warren.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warren.cli.job.JobUser;
import warren.plan.UserIdentity;

class LogFolderTest {
  @TempDir private Path place;

  /** A user other than the caller: a real one for root, else the caller as if it were. */
  private static JobUser other() {
    UserIdentity caller = JobUser.caller();
    return new JobUser(
        caller.uid() == 0 ? new UserIdentity(1050, 1051) : caller, true, Optional.empty());
  }

  @Test
  void filesAreMadeInTheFolderThatWasOpenedWhateverTakesItsPlace() throws IOException {
    Path folder = place.resolve("logs");
    Path elsewhere = Files.createDirectory(place.resolve("elsewhere"));
    JobUser user = other();
    try (LogFolder logs = LogFolder.make(folder, user)) {
      Path moved = Files.move(folder, place.resolve("moved"));
      Files.createSymbolicLink(folder, elsewhere);

      logs.create("pod-main.log").close();

      assertThat(elsewhere).isEmptyDirectory();
      assertThat(moved.resolve("pod-main.log")).exists();
      assertThat(Files.getAttribute(moved.resolve("pod-main.log"), "unix:uid"))
          .isEqualTo((int) user.identity().uid());
      assertThat(Files.getAttribute(moved.resolve("pod-main.log"), "unix:gid"))
          .isEqualTo((int) user.identity().gid());
    }
  }

  @Test
  void whatIsThereAlreadyIsNeitherOpenedNorFollowed() throws IOException {
    for (boolean switched : new boolean[] {true, false}) {
      Path folder = Files.createDirectory(place.resolve("logs-" + switched));
      Files.createSymbolicLink(folder.resolve("link"), place.resolve("target"));
      JobUser user = new JobUser(other().identity(), switched, Optional.empty());
      try (LogFolder logs = LogFolder.make(folder, user)) {
        assertThatThrownBy(
                () -> {
                  try (SeekableByteChannel opened = logs.create("link")) {
                    opened.size();
                  }
                })
            .isInstanceOf(FileAlreadyExistsException.class);
      }
    }
    assertThat(place.resolve("target")).doesNotExist();
  }

  @Test
  void forAnotherUserNoLinkLeadsToTheFolder() throws IOException {
    Path real = Files.createDirectory(place.resolve("real"));
    Path link = Files.createSymbolicLink(place.resolve("link"), real);

    assertThatThrownBy(() -> LogFolder.make(link.resolve("logs"), other()))
        .hasMessageStartingWith("the folder " + link.resolve("logs") + " for the logs")
        .hasMessageEndingWith("its part link is a link; name the folder itself");
  }

  @Test
  void aFolderThatCannotBeOneSaysWhy() throws IOException {
    Path file = Files.createFile(place.resolve("file"));

    assertThatThrownBy(() -> LogFolder.make(file, other()))
        .hasMessageEndingWith("cannot be used: something else is there: " + file);
  }

  @Test
  void onlyTheOwnerReadsALog() throws IOException {
    for (boolean switched : new boolean[] {true, false}) {
      Path folder = Files.createDirectory(place.resolve("private-" + switched));
      JobUser user = new JobUser(other().identity(), switched, Optional.empty());
      try (LogFolder logs = LogFolder.make(folder, user)) {
        logs.create("pod-main.log").close();
      }
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("pod-main.log"))))
          .isEqualTo("rw-------");
    }
  }
}
