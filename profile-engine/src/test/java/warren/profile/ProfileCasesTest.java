package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Finding;
import warren.profile.ProfileReader.ProfileReading;

/** Good and bad profiles in a folder of their own, which other tests read, too. */
class ProfileCasesTest {
  private static final Path CASES = Path.of("src/test/resources/warren/profile/cases");
  private static final Path READ = Path.of("target/cases");

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replaceFirst("\\.yaml$", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_profile_is_told_what_was_approved(String name) throws IOException {
    ProfileReading reading = read(name);
    String told = told(reading);

    // Left beside the reports, to be compared with, or copied over, what was approved.
    Files.createDirectories(READ);
    Files.writeString(READ.resolve(name + ".expected"), told);
    assertThat(reading.findings()).extracting(Finding::blame).allMatch(Blame.INTERNAL::equals);
    assertThat(told).isEqualTo(Files.readString(CASES.resolve(name + ".expected")));
  }

  /** A row of the table of verdicts that were written by hand, before anything was read. */
  private record ByHand(String name, String verdict, List<String> codes) {}

  static Stream<ByHand> byHand() throws IOException {
    return Files.readAllLines(CASES.resolve("README.md")).stream()
        .filter(line -> line.matches("\\| [-a-z]+ \\| (accepted|refused) \\|.*"))
        .map(line -> line.split(" *\\| *"))
        .map(
            cells ->
                new ByHand(
                    cells[1],
                    cells[2],
                    cells[3].equals("none") ? List.of() : List.of(cells[3].split(" "))));
  }

  @ParameterizedTest
  @MethodSource("byHand")
  void verdicts_written_by_hand_hold(ByHand expected) throws IOException {
    ProfileReading reading = read(expected.name());
    assertThat(verdict(reading)).isEqualTo(expected.verdict());
    assertThat(reading.findings().stream().map(finding -> finding.code().value()).distinct())
        .containsExactlyInAnyOrderElementsOf(expected.codes());
  }

  @Test
  void there_are_enough_of_them_and_no_leftovers() throws IOException {
    List<String> names = names().toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(80);
    assertThat(byHand()).hasSizeGreaterThanOrEqualTo(25);
    try (Stream<Path> files = Files.list(CASES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"),
                      names.stream().flatMap(name -> Stream.of(name + ".yaml", name + ".expected")))
                  .toList());
    }
  }

  private static ProfileReading read(String name) throws IOException {
    NnfContainerProfile profile =
        Serialization.unmarshal(
            Files.readString(CASES.resolve(name + ".yaml")), NnfContainerProfile.class);
    assertThat(profile.getMetadata().getName()).isEqualTo(name);
    return ProfileReader.read(profile);
  }

  private static String verdict(ProfileReading reading) {
    return reading.profile().isPresent() ? "accepted" : "refused";
  }

  private static String told(ProfileReading reading) {
    return verdict(reading)
        + "\n"
        + reading.findings().stream().map(ProfileCasesTest::line).collect(Collectors.joining());
  }

  private static String line(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + finding.code()
        + ": "
        + finding.sentence()
        + "\n";
  }
}
