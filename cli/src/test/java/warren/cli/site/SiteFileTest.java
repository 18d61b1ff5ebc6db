package warren.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFileTest {
  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aFullFileIsReadRelativeToItsFolder() throws IOException {
    Path file =
        write(
            "site.yaml",
            """
            kubeconfig: runner.kubeconfig
            namespace: jobs
            sharedRoot: /lustre
            localRoots:
              rabbit-0: storage/rabbit-0
            containersPerJob: 4
            logLimitMiB: 100
            """);

    assertThat(SiteFile.read(file))
        .isEqualTo(
            new RunnerSite(
                folder.resolve("runner.kubeconfig"),
                "jobs",
                Optional.of(Path.of("/lustre")),
                Map.of("rabbit-0", folder.resolve("storage/rabbit-0")),
                4,
                100));
  }

  @Test
  void jsonIsReadTooAndOnlyTheKubeconfigIsNeeded() throws IOException {
    assertThat(SiteFile.read(write("site.json", "{\"kubeconfig\": \"/k\"}")))
        .isEqualTo(new RunnerSite(Path.of("/k"), "default", Optional.empty(), Map.of(), 1, 1024));
  }

  @Test
  void theOptionComesBeforeTheEnvironmentAndThatBeforeTheLocalCluster() throws IOException {
    Path a = write("a", "kubeconfig: /a");
    Path b = write("b", "kubeconfig: /b");
    Path c = write("c", "kubeconfig: /c");
    Map<String, String> environment = Map.of("WARREN_SITE", b.toString());

    assertThat(SiteFile.find(Optional.of(a), environment, Optional.of(c)).kubeconfig())
        .isEqualTo(Path.of("/a"));
    assertThat(SiteFile.find(Optional.empty(), environment, Optional.of(c)).kubeconfig())
        .isEqualTo(Path.of("/b"));
    assertThat(SiteFile.find(Optional.empty(), Map.of(), Optional.of(c)).kubeconfig())
        .isEqualTo(Path.of("/c"));
  }

  @Test
  void withoutAnySiteThereIsOneSentence() {
    assertThatThrownBy(
            () ->
                SiteFile.find(
                    Optional.empty(), Map.of(), Optional.of(folder.resolve("missing.yaml"))))
        .hasMessage(
            "no cluster: the local one is not running and no other is named; start it with"
                + " ./warren cluster up, or name a site file with --site FILE or WARREN_SITE");
  }

  @Test
  void aFileOfAnotherShapeSaysWhichIsWanted() throws IOException {
    for (String text :
        new String[] {
          "[]",
          "{kubeconfig: {}}",
          "{kubeconfig: /a, localRoots: {r: }}",
          "{kubeconfig: /a, containersPerJob: 0}",
          "{kubeconfig: /a, containersPerJob: 65}",
          "{kubeconfig: /a, containersPerJob: four}",
          "{kubeconfig: /a, logLimitMiB: 0}"
        }) {
      assertThatThrownBy(() -> SiteFile.read(write("x", text)))
          .hasMessageEndingWith(
              "is no use: a site file has kubeconfig, namespace and sharedRoot, each one text,"
                  + " localRoots, a map of texts, containersPerJob, a number from 1 to 64, and"
                  + " logLimitMiB, a number above 0");
    }
  }

  @Test
  void aFileThatIsNoSiteFileSaysWhatIsWrong() throws IOException {
    assertThatThrownBy(() -> SiteFile.read(write("x", "kubeconfig: /a\nshared: /b\n")))
        .hasMessageContaining("is no use")
        .hasMessageContaining("shared");
    assertThatThrownBy(() -> SiteFile.read(folder.resolve("none")))
        .hasMessageEndingWith("it cannot be read");
  }
}
