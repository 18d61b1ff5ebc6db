package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.dw.Finding;
import warren.dw.Place;

class FieldPlacesTest {
  private static final Map<String, Place> WRITTEN =
      Map.of("", place(1), "spec", place(2), "spec.containers[0].image", place(3));
  private static final FieldPlaces PLACES = path -> Optional.ofNullable(WRITTEN.get(path));

  @Test
  void a_finding_stands_at_its_field_or_at_what_the_field_would_stand_in() {
    var reading =
        ProfileReader.read(
            Profiles.of(
                "p", "mpiSpec: {}\nspec: {hostIPC: true, containers: [{name: c, image: 'a b'}]}"),
            PLACES);
    assertThat(reading.findings())
        .extracting(finding -> finding.place().orElseThrow().line() + " " + finding.code())
        .containsExactly(
            "2 profile-invalid",
            "2 profile-field-not-allowed",
            "3 profile-invalid",
            "1 profile-invalid",
            "1 profile-invalid");
  }

  @Test
  void a_profile_of_the_cluster_has_no_places() {
    assertThat(ProfileReader.read(Profiles.of("p", "spec: {}")).findings())
        .isNotEmpty()
        .extracting(Finding::place)
        .containsOnly(Optional.empty());
  }

  private static Place place(int line) {
    return new Place("p.yaml", line, 1, 1);
  }
}
