package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.api.NnfContainerProfile;
import warren.cluster.CommandResult;
import warren.names.Names;
import warren.profile.FieldPlaces;
import warren.profile.ProfileReader;
import warren.profile.convert.ProfileConversion;
import warren.profile.convert.ProfileShape;

/** The user guide's profiles, as the guide has them and as upstream spells them today. */
@ExtendWith(Lab.Extension.class)
class GuideProfilesTest {
  private static final String CASES = "profile-engine/src/test/resources/warren/profile/cases";

  private final Lab lab;
  private final TestNamespace namespace;

  GuideProfilesTest(Lab lab, TestNamespace namespace) {
    this.lab = lab;
    this.namespace = namespace;
  }

  @ParameterizedTest
  @ValueSource(strings = {"guide-single", "guide-mpi"})
  void bothSpellingsApplyAndMeanTheSame(String name) throws IOException {
    Path file = lab.checkout().root().resolve(CASES).resolve(name + ".yaml");
    NnfContainerProfile guide =
        Serialization.unmarshal(Files.readString(file), NnfContainerProfile.class);
    assertThat(guide.getApiVersion()).endsWith("/v1alpha1");
    NnfContainerProfile today =
        ProfileConversion.of(guide, ProfileShape.V1ALPHA11, FieldPlaces.NONE).profile();
    assertThat(today.getApiVersion()).endsWith("/v1alpha11");

    String asInTheGuide = applied(guide, namespace.own(name));
    String asToday = applied(today, namespace.own(name + "-today"));

    List<String> digests =
        Stream.of(asInTheGuide, asToday)
            .flatMap(
                profile -> Stream.of(served(profile, "v1alpha1"), served(profile, "v1alpha11")))
            .map(read -> ProfileReader.read(read).profile().orElseThrow().resolvedDigest())
            .distinct()
            .toList();
    assertThat(digests).as("of both spellings, as both versions serve them").hasSize(1);
  }

  private String applied(NnfContainerProfile profile, String name) {
    profile.getMetadata().setName(name);
    profile.getMetadata().setNamespace(Names.PROFILE_NAMESPACE);
    lab.cluster()
        .kubectl(List.of("apply", "-f", "-"), Serialization.asYaml(profile))
        .orThrow("the profile " + name + " was not accepted");
    return name;
  }

  private NnfContainerProfile served(String name, String version) {
    CommandResult got =
        lab.cluster()
            .kubectl(
                List.of(
                    "-n",
                    Names.PROFILE_NAMESPACE,
                    "get",
                    "nnfcontainerprofiles." + version + ".nnf.cray.hpe.com",
                    name,
                    "-o",
                    "json"));
    NnfContainerProfile profile =
        Serialization.unmarshal(got.orThrow("the profile " + name), NnfContainerProfile.class);
    assertThat(profile.getApiVersion()).endsWith("/" + version);
    return profile;
  }
}
