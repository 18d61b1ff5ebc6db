package warren.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TreeRemovalTest {
  private static final String NAME = "11111111-2222-3333-4444-555555555555-0";

  @TempDir private Path root;
  @TempDir private Path elsewhere;
  private Path tree;

  @BeforeEach
  void make() throws IOException {
    tree = Files.createDirectory(root.resolve(NAME));
  }

  @Test
  void aNameThatIsTakenIsNotUsedForWhatIsMovedUp() throws IOException {
    Files.createDirectories(deep(130));
    List<String> asked = new ArrayList<>();

    TreeRemoval.remove(
        request(),
        () -> {
          asked.add(asked.isEmpty() ? obstacle() : "free-" + asked.size());
          return asked.getLast();
        });

    assertThat(root).isEmptyDirectory();
    assertThat(asked).startsWith("taken", "free-1");
  }

  @Test
  void aTreeThatIsDeepInManyPlacesGoes() throws IOException {
    for (String branch : List.of("a", "b", "c")) {
      Path leaf = Files.createDirectories(deep(130).resolve(branch).resolve(branch));
      Files.writeString(leaf.resolve("file"), "goes");
    }
    for (int number = 0; number < 5; number++) {
      Files.createDirectories(tree.resolve("warren-moved-up-" + number).resolve("not-empty"));
    }

    TreeRemoval.remove(request());

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aDirectoryOfVeryManyFilesGoes() throws IOException {
    for (int number = 0; number < 30_000; number++) {
      Files.createFile(tree.resolve("file-" + number));
    }

    TreeRemoval.remove(request());

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aTreeGoesButNothingThatLinksPointTo() throws IOException {
    Path precious = Files.createDirectory(elsewhere.resolve("precious"));
    Files.writeString(precious.resolve("file"), "stays");
    Path deep = Files.createDirectories(tree.resolve("a/b"));
    Files.writeString(deep.resolve("file"), "goes");
    Files.createSymbolicLink(deep.resolve("link"), precious);
    Files.createSymbolicLink(tree.resolve("dangling"), Path.of("nowhere"));

    TreeRemoval.remove(request());

    assertThat(root).isEmptyDirectory();
    assertThat(precious.resolve("file")).hasContent("stays");
    TreeRemoval.remove(request()); // again
  }

  @Test
  void aLinkInTheDirectorysPlaceIsRemovedItself() throws IOException {
    Path precious = Files.createDirectory(elsewhere.resolve("precious"));
    Files.writeString(precious.resolve("file"), "stays");
    Files.delete(tree);
    Files.createSymbolicLink(tree, precious);

    TreeRemoval.remove(request());

    assertThat(root).isEmptyDirectory();
    assertThat(precious.resolve("file")).exists();
  }

  private String obstacle() {
    try {
      Files.createDirectories(tree.resolve("taken/not-empty"));
      return "taken";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path deep(int levels) {
    Path deep = tree;
    for (int level = 0; level < levels; level++) {
      deep = deep.resolve("d");
    }
    return deep;
  }

  private DirectoryRequest.Remove request() {
    return new DirectoryRequest.Remove(root, NAME);
  }
}
