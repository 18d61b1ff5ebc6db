package warren.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.cli.ExitStatus;
import warren.cli.Warren;
import warren.profile.file.ProfileFile;

class ConvertCommandTest {
  private static final Path GUIDE =
      Warren.home().resolve("examples/mpi-red-rock-slushy/profile.yaml");

  @TempDir private Path folder;

  private static Warren.Answer convert(String shape, Path file) {
    return Warren.call("profile", "convert", "--to", shape, file.toString());
  }

  private static String digest(Path file) throws Exception {
    return ProfileFile.read(file)
        .profiles()
        .getFirst()
        .read()
        .profile()
        .orElseThrow()
        .resolvedDigest();
  }

  @Test
  void whatIsWrittenMeansTheSameAndWhatIsLostIsTold() throws Exception {
    Warren.Answer slim = convert("v1alpha11", GUIDE);

    assertThat(slim.status()).isZero();
    assertThat(slim.out())
        .contains("apiVersion: \"nnf.cray.hpe.com/v1alpha11\"", "launcher:", "worker:")
        .doesNotContain("mpiReplicaSpecs");
    assertThat(slim.err())
        .contains(GUIDE + ":35:5: warning: Profile mpi-red-rock-slushy: mpiSpec.sshAuthMountPath")
        .contains("is lost: v1alpha11 has no place for it.");
    Path written = folder.resolve("slim.yaml");
    Warren.write(written, slim.out());
    assertThat(digest(written)).isEqualTo(digest(GUIDE));

    Warren.Answer full = convert("v1alpha1", written);
    assertThat(full.err()).isEmpty();
    Warren.write(folder.resolve("full.yaml"), full.out());
    assertThat(digest(folder.resolve("full.yaml"))).isEqualTo(digest(GUIDE));
  }

  @Test
  void nothingIsWrittenThatLetsMorePeopleIn() {
    Path file = folder.resolve("p.yaml");
    Warren.write(
        file,
        """
        apiVersion: nnf.cray.hpe.com/v1alpha11
        kind: NnfContainerProfile
        metadata: {name: pp}
        data: {users: ["1050"], spec: {containers: [{name: app, image: a}]}}
        """);

    assertThat(convert("v1alpha1", file))
        .returns(ExitStatus.FAULTY, Warren.Answer::status)
        .returns("", Warren.Answer::out)
        .extracting(Warren.Answer::err)
        .asString()
        .contains("without it the profile allows more", "Remove it from the file first, and use")
        .endsWith("warren: nothing is written: see above\n");
  }

  @Test
  void objectsOfOtherKindsAreLeftOutWithAWord() throws Exception {
    Path file = folder.resolve("p.yaml");
    Warren.write(file, "kind: Secret\n---\n" + Warren.text(GUIDE));

    assertThat(convert("v1alpha1", file))
        .returns(ExitStatus.OK, Warren.Answer::status)
        .extracting(Warren.Answer::err)
        .asString()
        .startsWith(file + ":1:1: warning: This Secret is no profile, and is left out. [")
        .contains("Take it from this file where it is needed.");
  }

  @Test
  void aFileWithoutProfilesAndAShapeThatIsNoneAreTold() {
    Path file = folder.resolve("p.yaml");
    Warren.write(file, "kind: ConfigMap\n");

    assertThat(convert("v1alpha1", file))
        .isEqualTo(
            new Warren.Answer(ExitStatus.FAULTY, "", "warren: " + file + " holds no profile\n"));
    assertThat(convert("v1", file))
        .returns(ExitStatus.UNANSWERED, Warren.Answer::status)
        .extracting(Warren.Answer::err)
        .asString()
        .contains("'v1' is neither v1alpha1 nor v1alpha11");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
  void profilesOfEveryVersionAreCheckedAndConverted(int version) {
    Path file = folder.resolve("p.yaml");
    Warren.write(
        file,
        Warren.text(GUIDE)
            .replace("v1alpha1", "v1alpha" + version)
            .replace("retryLimit", "retryLimits"));

    assertThat(Warren.call("profile", "lint", file.toString()).out())
        .contains(
            file + ":1:1: error: The cluster does not know profiles of the version",
            "'warren profile convert --to v1alpha11' writes them in today's version.",
            "retryLimits is not a field of a profile. [profile-field-unknown]");
    Warren.write(file, Warren.text(file).replace("retryLimits", "retryLimit"));
    Warren.Answer today = convert("v1alpha11", file);
    assertThat(today.status()).isZero();
    assertThat(today.out()).contains("apiVersion: \"nnf.cray.hpe.com/v1alpha11\"", "launcher:");
    assertThat(today.err()).doesNotContain("[profile-version]");
  }
}
