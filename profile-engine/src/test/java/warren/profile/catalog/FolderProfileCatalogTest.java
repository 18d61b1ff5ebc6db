package warren.profile.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warren.dw.Finding;

class FolderProfileCatalogTest {
  @TempDir private Path folder;

  private void write(String file, String name, String data) throws IOException {
    Files.writeString(
        folder.resolve(file),
        """
        apiVersion: nnf.cray.hpe.com/v1alpha11
        kind: NnfContainerProfile
        metadata: {name: %s}
        data: %s
        """
            .formatted(name, data));
  }

  @Test
  void everyFileOfAFolderIsReadButNotItsFolders() throws IOException {
    write("b.yaml", "one", "{retryLimit: 1}");
    write("a.yml", "two", "{}");
    write("c.json", "pinned", "{pinned: true}");
    Files.writeString(folder.resolve("d.yaml"), "kind: ConfigMap\n");
    Files.writeString(folder.resolve("notes.txt"), "no: [yaml");
    Files.createDirectory(folder.resolve("e.yaml"));

    FolderProfileCatalog catalog = FolderProfileCatalog.read(folder);

    assertThat(catalog.names()).containsExactly("one", "two");
    assertThat(catalog.find("one").orElseThrow().getData().get("retryLimit").asInt()).isOne();
    assertThat(catalog.find("pinned")).isEmpty();
    assertThat(catalog.findings()).isEmpty();
  }

  @Test
  void aFileByItselfWillDo() throws IOException {
    write("profile", "one", "{}");

    assertThat(FolderProfileCatalog.read(folder.resolve("profile")).names()).containsExactly("one");
  }

  @Test
  void faultsOfFilesAndNamesThatStandTwiceAreTold() throws IOException {
    write("a.yaml", "one", "{}");
    write("b.yaml", "one", "{}");
    Files.writeString(folder.resolve("c.yaml"), "a: [");

    FolderProfileCatalog catalog = FolderProfileCatalog.read(folder);

    assertThat(catalog.findings())
        .extracting(Finding::message)
        .satisfiesExactly(
            twice ->
                assertThat(twice)
                    .isEqualTo(
                        "The profile 'one' is in " + folder.resolve("a.yaml") + ":1:1 already."),
            broken -> assertThat(broken).startsWith("This is no YAML: "));
  }

  @Test
  void aFolderThatIsNotThereCannotBeRead() {
    assertThatThrownBy(() -> FolderProfileCatalog.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
