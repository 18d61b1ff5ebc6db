package warren.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectoryCreationTest {
  private static final String NAME = "11111111-2222-3333-4444-555555555555-0";

  @TempDir private Path temporary;
  private final List<String> given = new ArrayList<>();
  private Path root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(temporary.resolve("root"));
  }

  @Test
  void theDirectoryAndThoseOfTheComputesAreMadeAndGivenAwayTheOuterOneLast() throws IOException {
    make("rabbit-0-0", "rabbit-0-1");

    assertThat(given)
        .containsExactly(
            NAME + "/rabbit-0-0 1050:1051", NAME + "/rabbit-0-1 1050:1051", NAME + " 1050:1051");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(NAME))))
        .isEqualTo("rwx------");
  }

  @Test
  void aCreationThatWasInterruptedIsTakenUp() throws IOException {
    Files.createDirectory(root.resolve(NAME));
    Files.createDirectory(root.resolve(NAME).resolve("rabbit-0-0"));

    make("rabbit-0-0", "rabbit-0-1");

    assertThat(root.resolve(NAME).resolve("rabbit-0-1")).isDirectory();
    assertThat(given).hasSize(3).last().isEqualTo(NAME + " 1050:1051");
  }

  @Test
  void whatIsTheOwnersAlreadyIsLeftAlone() throws IOException {
    int self = (int) Files.getAttribute(root, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    assumeTrue(self > 0 || canChangeOwners());
    Files.createDirectory(root.resolve(NAME));
    Files.setAttribute(root.resolve(NAME), "unix:uid", self > 0 ? self : 1050);

    DirectoryCreation.make(
        new DirectoryRequest.Make(root, NAME, self > 0 ? self : 1050, 1051, List.of("rabbit-0-0")),
        this::give);

    assertThat(root.resolve(NAME)).isEmptyDirectory();
    assertThat(given).isEmpty();
  }

  @Test
  void aDirectoryOfAnotherUserIsNotTouched() throws IOException {
    assumeTrue(canChangeOwners(), "needs root");
    Files.createDirectory(root.resolve(NAME));
    Files.setAttribute(root.resolve(NAME), "unix:uid", 4711);

    assertThatThrownBy(() -> make("rabbit-0-0"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("belongs to user 4711");
    assertThat(root.resolve(NAME)).isEmptyDirectory();
  }

  @Test
  void aLinkInTheDirectorysPlaceIsRefused() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve(NAME), elsewhere);

    assertThatThrownBy(() -> make("rabbit-0-0")).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(given).isEmpty();
  }

  @Test
  void aLinkInAComputesPlaceIsRefused() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createDirectory(root.resolve(NAME));
    Files.createSymbolicLink(root.resolve(NAME).resolve("rabbit-0-0"), elsewhere);

    assertThatThrownBy(() -> make("rabbit-0-0")).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(given).isEmpty();
  }

  @Test
  void aRootThatIsNotThereOrALinkIsNotUsed() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), root);

    for (Path wrong : List.of(temporary.resolve("absent"), link)) {
      assertThatThrownBy(
              () ->
                  DirectoryCreation.make(
                      new DirectoryRequest.Make(wrong, NAME, 1050, 1051, List.of()), this::give))
          .isInstanceOf(NotDirectoryException.class);
    }
    assertThat(root).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a/b", "/etc", "", "-x", "tree", NAME + "/..", "../" + NAME})
  void namesThatLeadElsewhereAreRefused(String name) {
    assertThatThrownBy(() -> new DirectoryRequest.Remove(root, name))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DirectoryRequest.Make(root, name, 1, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a/b", "/etc", "", "-x"})
  void namesOfComputesThatLeadElsewhereAreRefused(String child) {
    assertThatThrownBy(() -> new DirectoryRequest.Make(root, NAME, 1, 1, List.of(child)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsMadeForTheSuperuserOrForNobodyAtAll() {
    for (long uid : List.of(0L, -1L, 0xFFFF_FFFFL)) {
      assertThatThrownBy(() -> new DirectoryRequest.Make(root, NAME, uid, 1, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "relative", "/a/../b"})
  void rootsThatAreNoneAreRefused(String wrong) {
    assertThatThrownBy(() -> new StorageRoots(Path.of(wrong), root))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean canChangeOwners() throws IOException {
    Path probe = Files.createTempDirectory(temporary, "probe");
    try {
      Files.setAttribute(probe, "unix:uid", 4711);
      return true;
    } catch (FileSystemException e) {
      return false;
    }
  }

  private void make(String... children) throws IOException {
    DirectoryCreation.make(
        new DirectoryRequest.Make(root, NAME, 1050, 1051, List.of(children)), this::give);
  }

  private void give(Path directory, long uid, long gid) {
    given.add(root.relativize(directory) + " " + uid + ":" + gid);
  }
}
