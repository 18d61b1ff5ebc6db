package warren.operator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectoryMainTest {
  private static final String NAME = "11111111-2222-3333-4444-555555555555-0";

  @TempDir private Path temporary;
  private final List<String> given = new ArrayList<>();

  @Test
  void itMakesADirectoryAndThoseOfTheComputesAndGivesThemAwayTheOuterOneLast() throws IOException {
    Path root = root();

    assertThat(make(root, "rabbit-0-0", "rabbit-0-1")).isZero();

    assertThat(given)
        .containsExactly(
            NAME + "/rabbit-0-0 1050:1051", NAME + "/rabbit-0-1 1050:1051", NAME + " 1050:1051");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(NAME))))
        .isEqualTo("rwx------");
  }

  @Test
  void makingAgainChangesNothing() throws IOException {
    Path root = root();

    assertThat(make(root, "rabbit-0-0")).isZero();
    assertThat(make(root, "rabbit-0-0")).isZero();
    assertThat(root.resolve(NAME).resolve("rabbit-0-0")).isDirectory();
  }

  @Test
  void aLinkInTheDirectorysPlaceIsRefused() throws IOException {
    Path root = root();
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve(NAME), elsewhere);

    assertThat(make(root, "rabbit-0-0")).isEqualTo(1);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aRootThatIsNotThereIsNotMade() {
    assertThat(make(temporary.resolve("absent"))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a/b", "/etc", "", "-x"})
  void namesThatLeadElsewhereAreRefused(String name) throws IOException {
    Path root = root();

    assertThat(run("remove", root.toString(), name)).isEqualTo(2);
    assertThat(run("make", root.toString(), name, "1", "1")).isEqualTo(2);
    assertThat(run("make", root.toString(), NAME, "1", "1", name)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "relative", "/a/../b"})
  void rootsThatAreNoneAreRefused(String root) {
    assertThat(run("remove", root, NAME)).isEqualTo(2);
  }

  @Test
  void nothingIsMadeForTheSuperuser() throws IOException {
    assertThat(run("make", root().toString(), NAME, "0", "0")).isEqualTo(2);
  }

  @Test
  void itRemovesATreeButNothingThatLinksPointTo() throws IOException {
    Path root = root();
    Path precious = Files.createDirectory(temporary.resolve("precious"));
    Files.writeString(precious.resolve("file"), "stays");
    Path tree = Files.createDirectories(root.resolve(NAME).resolve("a/b"));
    Files.writeString(tree.resolve("file"), "goes");
    Files.createSymbolicLink(tree.resolve("link"), precious);
    Files.createSymbolicLink(root.resolve(NAME).resolve("dangling"), Path.of("nowhere"));

    assertThat(run("remove", root.toString(), NAME)).isZero();
    assertThat(root).isEmptyDirectory();
    assertThat(precious.resolve("file")).hasContent("stays");
    assertThat(run("remove", root.toString(), NAME)).as("again").isZero();
  }

  @Test
  void aLinkInTheDirectorysPlaceIsRemovedItself() throws IOException {
    Path root = root();
    Path precious = Files.createDirectory(temporary.resolve("precious"));
    Files.writeString(precious.resolve("file"), "stays");
    Files.createSymbolicLink(root.resolve(NAME), precious);

    assertThat(run("remove", root.toString(), NAME)).isZero();
    assertThat(root).isEmptyDirectory();
    assertThat(precious.resolve("file")).exists();
  }

  @Test
  void itRemovesATreeDeeperThanItMayDescend() throws IOException {
    Path root = root();
    Path deep = root.resolve(NAME);
    for (int level = 0; level < 300; level++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("file"), "goes");

    assertThat(run("remove", root.toString(), NAME)).isZero();
    assertThat(root).isEmptyDirectory();
  }

  private Path root() throws IOException {
    return Files.createDirectory(temporary.resolve("root"));
  }

  private int make(Path root, String... children) {
    List<String> arguments =
        new ArrayList<>(List.of("make", root.toString(), NAME, "1050", "1051"));
    arguments.addAll(List.of(children));
    return DirectoryMain.run(
        arguments,
        (directory, uid, gid) -> given.add(root.relativize(directory) + " " + uid + ":" + gid));
  }

  private static int run(String... arguments) {
    return DirectoryMain.run(List.of(arguments), (directory, uid, gid) -> {});
  }
}
