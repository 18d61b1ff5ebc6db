package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> COMMANDS =
      List.of("jobdw", "container", "copy_in", "copy_out", "persistentdw");

  @ParameterizedTest
  @CsvSource({
    "jobwd, jobdw",
    "JOBDW, jobdw",
    "contaner, container",
    "conteiners, container",
    "copyin, copy_in",
    "copy_ot, copy_out",
    "persistent, persistentdw"
  })
  void aMisspeltWordIsRecognised(String word, String meant) {
    assertThat(Nearest.of(word, COMMANDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"x", "stage", "''", "kubernetes"})
  void aWordFarFromAllIsNot(String word) {
    assertThat(Nearest.of(word, COMMANDS)).isEmpty();
  }

  @Test
  void amongEquallyNearOnesTheAlphabeticallyFirstIsMeant() {
    assertThat(Nearest.of("storage-c", List.of("storage-b", "storage-a"))).contains("storage-a");
  }

  @Test
  void upperAndLowerCaseCountAsEqual() {
    assertThat(Nearest.of("AAZZ", List.of("aazz"))).contains("aazz");
  }

  @Test
  void aCandidateOfWhichNothingIsLeftIsNotMeant() {
    assertThat(Nearest.of("x", List.of("y", ""))).isEmpty();
  }

  @Test
  void longWordsAreNotCompared() {
    assertThat(Nearest.of("x".repeat(100), List.of("x".repeat(99)))).isPresent();
    assertThat(Nearest.of("x".repeat(101), List.of("x".repeat(101)))).isEmpty();
  }
}
