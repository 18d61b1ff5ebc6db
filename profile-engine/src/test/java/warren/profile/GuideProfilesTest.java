package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.dw.Finding;
import warren.profile.ResolvedProfile.Overridden;
import warren.profile.ResolvedProfile.ProfileStorage;

class GuideProfilesTest {
  private static final List<ProfileStorage> STORAGES =
      List.of(
          new ProfileStorage("DW_JOB_foo_local_storage", false),
          new ProfileStorage("DW_PERSISTENT_foo_persistent_storage", true));

  @Test
  void the_guides_profile_is_read_as_it_stands() {
    ResolvedProfile profile = read("red-rock-slushy");
    assertThat(profile.name()).isEqualTo("red-rock-slushy");
    assertThat(profile.users()).isEqualTo(ProfileUsers.EVERYBODY);
    assertThat(profile.limits()).isEqualTo(ProfileLimits.NONE);
    assertThat(profile.defaults()).containsExactly("preRunTimeoutSeconds", "postRunTimeoutSeconds");
    assertThat(profile.retryLimit()).isEqualTo(6);
    assertThat(profile.preRunTimeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(profile.postRunTimeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(profile.storages()).isEqualTo(STORAGES);
    assertThat(profile.overrides()).isEmpty();
    assertThat(profile.workload().images()).containsExactly("dean/red-rock-slushy:v1.0");
    assertThat(profile.workload().pullSecrets()).containsExactly("readonly-red-rock-slushy");
    assertThat(profile.workload())
        .isInstanceOfSatisfying(
            ProfileWorkload.Single.class,
            single -> {
              Container container = single.pod().getContainers().get(0);
              assertThat(container.getName()).isEqualTo("red-rock-app");
              assertThat(container.getCommand()).containsExactly("/users-application");
            });
  }

  @Test
  void the_guides_mpi_profile_is_read_as_it_stands_and_says_what_warren_overrides() {
    ProfileReader.ProfileReading reading =
        ProfileReader.read(Profiles.guide("mpi-red-rock-slushy"));
    ResolvedProfile profile = reading.profile().orElseThrow();
    assertThat(Profiles.sentences(reading.findings()))
        .containsExactly(
            "Profile mpi-red-rock-slushy: mpiSpec.sshAuthMountPath '/root/.ssh' becomes"
                + " /home/mpiuser/.ssh: containers run as the job's user, who cannot use another"
                + " one's SSH keys. Remove it from the profile; it has no effect here.");
    assertThat(reading.findings()).noneMatch(Finding::isError);
    assertThat(profile.storages()).isEqualTo(STORAGES);
    assertThat(profile.workload().images()).containsExactly("dean/red-rock-slushy:v2.0");
    assertThat(profile.workload().pullSecrets()).containsExactly("readonly-red-rock-slushy");
    assertThat(profile.workload())
        .isInstanceOfSatisfying(
            ProfileWorkload.Mpi.class,
            mpi -> {
              assertThat(mpi.slotsPerWorker()).isEqualTo(1);
              assertThat(mpi.implementation()).isEqualTo("OpenMPI");
              assertThat(mpi.launcher().getSpec().getContainers().get(0).getCommand())
                  .containsExactly(
                      "mpirun",
                      "dcmp",
                      "$(DW_JOB_foo_local_storage)/0",
                      "$(DW_JOB_foo_local_storage)/1");
              assertThat(mpi.worker().getSpec().getContainers().get(0).getName())
                  .isEqualTo("red-rock-worker");
            });
    assertThat(profile.overrides())
        .containsExactly(
            new Overridden(
                "mpiSpec.sshAuthMountPath",
                Optional.of("/root/.ssh"),
                "/home/mpiuser/.ssh",
                "containers run as the job's user, who cannot use another one's SSH keys"));
  }

  @Test
  void todays_spelling_of_the_mpi_profile_means_the_same_workload() {
    ProfileReader.ProfileReading today =
        ProfileReader.read(
            Profiles.of(
                "mpi-red-rock-slushy",
                """
                retryLimit: 6
                storages: [{name: DW_JOB_foo_local_storage}]
                mpiSpec:
                  launcher:
                    imagePullSecrets: [{name: readonly-red-rock-slushy}]
                    containers:
                    - name: red-rock-launcher
                      image: dean/red-rock-slushy:v2.0
                      command:
                      - mpirun
                      - dcmp
                      - $(DW_JOB_foo_local_storage)/0
                      - $(DW_JOB_foo_local_storage)/1
                  worker:
                    imagePullSecrets: [{name: readonly-red-rock-slushy}]
                    containers:
                    - name: red-rock-worker
                      image: dean/red-rock-slushy:v2.0
                """));
    assertThat(today.findings()).isEmpty();
    assertThat(today.profile().orElseThrow().overrides()).isEmpty();
    assertThat(today.profile().orElseThrow().workload())
        .isEqualTo(
            ProfileReader.read(Profiles.guide("mpi-red-rock-slushy"))
                .profile()
                .orElseThrow()
                .workload());
  }

  private static ResolvedProfile read(String name) {
    ProfileReader.ProfileReading reading = ProfileReader.read(Profiles.guide(name));
    assertThat(Profiles.sentences(reading.findings())).isEmpty();
    return reading.profile().orElseThrow();
  }
}
