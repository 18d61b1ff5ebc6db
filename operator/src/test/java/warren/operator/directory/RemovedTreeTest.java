package warren.operator.directory;

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

final class RemovedTreeTest {
  private static final String NAME = "tree";

  @TempDir private Path root;
  private Path tree;

  @BeforeEach
  void make() throws IOException {
    tree = Files.createDirectory(root.resolve(NAME));
  }

  @Test
  void aNameThatIsTakenIsNotUsedForWhatIsMovedUp() throws IOException {
    Files.createDirectories(deep(130));
    List<String> asked = new ArrayList<>();

    RemovedTree.remove(
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

    RemovedTree.remove(request());

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aDirectoryOfVeryManyFilesGoes() throws IOException {
    for (int number = 0; number < 30_000; number++) {
      Files.createFile(tree.resolve("file-" + number));
    }

    RemovedTree.remove(request());

    assertThat(root).isEmptyDirectory();
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
