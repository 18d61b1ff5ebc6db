package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
  private static final ClusterName NAME = new ClusterName("warren-x");

  @TempDir private Path base;

  @Test
  void of_root_is_where_system_services_keep_theirs() {
    assertThat(StateDirectory.base(true, Optional.of("/data"), Path.of("/root")))
        .isEqualTo(Path.of("/var/lib/warren"));
  }

  @Test
  void of_others_is_where_they_want_their_data() {
    Path home = Path.of("/home/anna");
    assertThat(StateDirectory.base(false, Optional.of("/data"), home))
        .isEqualTo(Path.of("/data/warren"));
    assertThat(StateDirectory.base(false, Optional.empty(), home))
        .isEqualTo(Path.of("/home/anna/.local/share/warren"));
    assertThat(StateDirectory.base(false, Optional.of("relative"), home))
        .isEqualTo(Path.of("/home/anna/.local/share/warren"));
  }

  @Test
  void lets_jobs_of_others_through_to_their_storage_but_not_see_what_is_there() throws IOException {
    StateDirectory state = new StateDirectory(base, NAME);
    state.create();
    assertThat(mode(state.path())).isEqualTo("rwx--x--x");
    assertThat(mode(state.path().resolve("storage"))).isEqualTo("rwx--x--x");
    assertThat(mode(state.storage().shared())).isEqualTo("rwxr-xr-x");
    assertThat(state.storage().local())
        .allSatisfy(local -> assertThat(mode(local)).isEqualTo("rwxr-xr-x"));
  }

  @Test
  void keeps_secrets_for_their_owner() throws IOException {
    StateDirectory state = new StateDirectory(base, NAME);
    state.create();
    state.writeKubeconfig("old");
    state.writeKubeconfig("new");
    state.writePassword("secret");
    assertThat(state.readKubeconfig()).isEqualTo("new");
    assertThat(state.readPassword()).isEqualTo("secret");
    assertThat(mode(state.kubeconfig())).isEqualTo("rw-------");
    assertThat(mode(state.path().resolve("registry-password"))).isEqualTo("rw-------");
  }

  @Test
  void says_what_to_do_when_a_file_is_missing() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> new StateDirectory(base, NAME).readKubeconfig())
        .withMessageContaining("Start the cluster anew");
  }

  @Test
  void finds_clusters_by_folder_and_by_lock() throws IOException {
    Files.createDirectory(base.resolve("warren-x-test-01"));
    Files.createFile(base.resolve(".warren-x-test-01.lock"));
    Files.createFile(base.resolve(".warren-x-test-02.lock"));
    Files.createDirectory(base.resolve("warren-x"));
    assertThat(StateDirectory.beginningWith(base, "warren-x-test-"))
        .extracting(ClusterName::value)
        .containsExactlyInAnyOrder("warren-x-test-01", "warren-x-test-02");
    assertThat(StateDirectory.beginningWith(base.resolve("none"), "warren-x-test-")).isEmpty();
  }

  @Test
  void goes_with_its_last_cluster() throws IOException {
    Path warren = base.resolve("warren");
    StateDirectory state = new StateDirectory(warren, NAME);
    state.create();
    state.removeEmptyBase();
    assertThat(warren).exists();
    new FolderRemoval(state.path()).remove(Optional.empty());
    state.removeEmptyBase();
    assertThat(warren).doesNotExist();
    state.removeEmptyBase();
  }

  @Test
  void is_removed_without_following_symbolic_links() throws IOException {
    Path precious = Files.writeString(base.resolve("precious"), "x");
    StateDirectory state = new StateDirectory(base, NAME);
    state.create();
    Files.createSymbolicLink(state.storage().shared().resolve("file"), precious);
    Files.createSymbolicLink(state.storage().shared().resolve("folder"), base);
    new FolderRemoval(state.path()).remove(Optional.empty());
    assertThat(state.exists()).isFalse();
    assertThat(precious).hasContent("x");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
