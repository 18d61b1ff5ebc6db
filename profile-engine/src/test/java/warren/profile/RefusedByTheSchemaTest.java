package warren.profile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import warren.profile.ProfileReader.ProfileReading;

/**
 * What only files can hold: an API server refuses it by its schema, in words of its own, before
 * anybody else is asked.
 */
class RefusedByTheSchemaTest {
  @Test
  void values_of_another_kind_are_faults() {
    ProfileReading reading =
        ProfileReader.read(
            Profiles.of(
                "p",
                """
                pinned: maybe
                storages: {name: DW_JOB_foo}
                mpiSpec:
                  mpiImplementation: 7
                  launcher: {containers: [{name: c, image: i, ports: none, livenessProbe: never}]}
                  worker: [{name: c, image: i}]
                """));
    assertThat(Profiles.sentences(reading.findings()))
        .containsExactly(
            "Profile p: pinned is 'maybe', not true or false. Correct it in the profile.",
            "Profile p: storages is '{\"name\":\"DW_JOB_foo\"}', not a list. Correct it in the profile.",
            "Profile p: mpiSpec.mpiImplementation is '7', not a text. Put it in quotes.",
            "Profile p: mpiSpec.launcher.containers[0].ports is 'none', not a list. Correct it in the profile.",
            "Profile p: mpiSpec.launcher.containers[0].livenessProbe is 'never', not an object. Correct it in the profile.",
            "Profile p: mpiSpec.worker is '[{\"name\":\"c\",\"image\":\"i\"}]', not an object. Correct it in the profile.");
  }

  @Test
  void what_is_longer_than_the_definition_allows_is_a_fault() {
    String image = "i".repeat(4096);
    String containers =
        IntStream.rangeClosed(1, 65)
            .mapToObj(i -> "{name: c%d, image: %s}".formatted(i, image))
            .collect(joining(", "));
    String storages =
        IntStream.rangeClosed(1, 65)
            .mapToObj(i -> "{name: DW_JOB_storage%d}".formatted(i))
            .collect(joining(", "));
    ProfileReading reading =
        ProfileReader.read(
            Profiles.of(
                "p",
                """
                storages: [%s]
                spec:
                  initContainers: [{name: init, image: %si}]
                  containers: [%s]
                """
                    .formatted(storages, image, containers)));
    assertThat(Profiles.sentences(reading.findings()))
        .containsExactly(
            "Profile p: storages has 65 items, more than 64. Remove some.",
            "Profile p: spec.containers has 65 items, more than 64. Remove some.",
            "Profile p: spec.initContainers[0].image is '"
                + "i".repeat(40)
                + "…', longer than 4096 characters. Name an image, such as"
                + " registry.example.org/team/app:v1.0.");
  }
}
