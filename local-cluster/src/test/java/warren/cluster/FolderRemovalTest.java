package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRemovalTest {
  @TempDir private Path base;

  @Test
  void does_not_leave_the_folder_through_symbolic_links() throws IOException {
    Path outside = Files.createDirectories(base.resolve("outside/deep"));
    Path precious = Files.writeString(outside.resolve("precious"), "x");
    Path deep = Files.createDirectories(base.resolve("folder/storage/shared/deep"));
    Files.createSymbolicLink(deep.resolve("absolute"), base.resolve("outside"));
    Files.createSymbolicLink(deep.resolve("relative"), Path.of("../../../../outside"));
    Files.createSymbolicLink(deep.resolve("file"), precious);
    Files.createSymbolicLink(deep.resolve("loop"), base.resolve("folder"));
    new FolderRemoval(base.resolve("folder")).remove(Optional.empty());
    assertThat(base.resolve("folder")).doesNotExist();
    assertThat(precious).hasContent("x");
  }

  @Test
  void removes_a_link_in_the_folders_place_and_not_what_it_points_to() throws IOException {
    Path outside = Files.createDirectories(base.resolve("outside"));
    Path precious = Files.writeString(outside.resolve("precious"), "x");
    Path link = Files.createSymbolicLink(base.resolve("folder"), outside);
    new FolderRemoval(link).remove(Optional.empty());
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(precious).hasContent("x");
  }

  @Test
  void takes_names_that_look_like_options_or_patterns_as_names() throws IOException {
    Path folder = Files.createDirectories(base.resolve("folder"));
    Files.writeString(folder.resolve("-r"), "");
    Files.writeString(folder.resolve("*"), "");
    Files.writeString(folder.resolve("two words\n"), "");
    Path beside = Files.writeString(base.resolve("two"), "x");
    new FolderRemoval(folder).remove(Optional.empty());
    assertThat(folder).doesNotExist();
    assertThat(beside).exists();
  }

  @Test
  void has_nothing_to_do_where_nothing_is() {
    new FolderRemoval(base.resolve("none")).remove(Optional.empty());
    assertThat(base).isEmptyDirectory();
  }
}
