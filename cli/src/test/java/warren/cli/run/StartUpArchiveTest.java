package warren.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpArchiveTest {
  @TempDir private Path folder;

  @Test
  void whatTheJvmWritesLaterIsTheArchiveToUse() throws IOException {
    Path archive = folder.resolve("run.jsa");

    StartUpArchive.keep(Optional.of(archive));
    assertThat(Files.exists(archive)).as("written already").isFalse();
    Files.writeString(folder.resolve("run.jsa.new"), "classes");
    assertThat(archive).hasContent("classes");

    StartUpArchive.keep(Optional.of(archive)); // a second run changes nothing
    assertThat(archive).hasContent("classes");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoFailure() {
    StartUpArchive.keep(Optional.of(folder.resolve("nowhere/run.jsa")));
    StartUpArchive.keep(Optional.empty());

    assertThat(folder).isEmptyDirectory();
  }
}
