package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterNameTest {

  @ParameterizedTest
  @CsvSource({
    "/home/anna/warren, warren-warren-",
    "/srv/My Sources (new), warren-my-sources-new-",
    "/srv/a-folder-with-a-name-that-is-far-too-long, warren-a-folder-with-a-name-",
    "/, warren-root-",
    "/srv/äöü, warren-root-",
  })
  void shows_the_folder_in_letters_that_docker_takes(String path, String prefix) {
    assertThat(ClusterName.ofPath(path).value())
        .startsWith(prefix)
        .matches("[a-z0-9-]+-[0-9a-f]{8}");
  }

  @Test
  void differs_for_checkouts_of_the_same_folder_name_and_stays_the_same_for_one() {
    assertThat(ClusterName.ofPath("/a/warren")).isNotEqualTo(ClusterName.ofPath("/b/warren"));
    assertThat(ClusterName.ofPath("/a/warren")).isEqualTo(ClusterName.ofPath("/a/warren"));
  }

  @Test
  void of_tests_begins_like_the_kept_one_and_fits(@TempDir Path folder) {
    Checkout checkout = new Checkout(folder);
    ClusterName test = ClusterName.test(checkout, new Random(1));
    assertThat(test.value())
        .startsWith(ClusterName.kept(checkout).value() + "-test-")
        .isNotEqualTo(ClusterName.test(checkout, new Random(2)).value());
  }

  @Test
  void names_the_containers() {
    assertThat(new ClusterName("warren-x").container(Member.RABBIT_1))
        .isEqualTo("warren-x-rabbit-1");
  }

  @Test
  void refuses_what_is_no_name() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClusterName("../x"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClusterName("warren-X"));
  }
}
