package warren.profile.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import warren.api.NnfContainerProfile;
import warren.dw.Finding;
import warren.profile.FieldPlaces;
import warren.profile.ProfileReader;
import warren.profile.Profiles;

class ProfileConversionTest {
  private static final String POD = "containers: [{name: c, image: i}]";

  @ParameterizedTest
  @ValueSource(strings = {"red-rock-slushy", "mpi-red-rock-slushy"})
  void the_guides_profiles_mean_the_same_in_todays_shape_and_back(String name) {
    NnfContainerProfile guide = Profiles.guide(name);
    NnfContainerProfile today = convert(guide, ProfileShape.V1ALPHA11).profile();
    NnfContainerProfile back = convert(today, ProfileShape.V1ALPHA1).profile();

    assertThat(today.getApiVersion()).isEqualTo("nnf.cray.hpe.com/v1alpha11");
    assertThat(back.getApiVersion()).isEqualTo("nnf.cray.hpe.com/v1alpha1");
    assertThat(today.getMetadata().getName()).isEqualTo(name);
    assertThat(today.getMetadata().getNamespace()).isEqualTo("nnf-system");
    assertThat(digest(today)).isEqualTo(digest(guide));
    assertThat(digest(back)).isEqualTo(digest(guide));
  }

  @Test
  void what_the_guides_mpi_profile_loses_is_said() {
    assertThat(lost(convert(Profiles.guide("mpi-red-rock-slushy"), ProfileShape.V1ALPHA11)))
        .containsExactly(
            "mpiSpec.mpiImplementation 'OpenMPI' is lost: v1alpha11 has no place for it.",
            "mpiSpec.runPolicy '{\"cleanPodPolicy\":\"Running\",\"suspend\":fa…' is lost: v1alpha11"
                + " has no place for it.",
            "mpiSpec.sshAuthMountPath '/root/.ssh' is lost: v1alpha11 has no place for it.");
  }

  @Test
  void every_field_that_slim_pods_do_not_have_is_said() {
    ProfileConversion conversion =
        to(
            ProfileShape.V1ALPHA11,
            """
            spec:
              nodeSelector: {a: b}
              containers: [{name: c, image: i, resources: {limits: {cpu: 1}}, tty: false}]
              initContainers: [{name: d, image: i, lifecycle: {}}]
              hostNetwork: null
            """);
    assertThat(lost(conversion))
        .containsExactly(
            "spec.nodeSelector '{\"a\":\"b\"}' is lost: v1alpha11 has no place for it.",
            "spec.initContainers[0].lifecycle '{}' is lost: v1alpha11 has no place for it.",
            "spec.containers[0].resources '{\"limits\":{\"cpu\":1}}' is lost: v1alpha11 has no place"
                + " for it.",
            "spec.containers[0].tty 'false' is lost: v1alpha11 has no place for it.");
    assertThat(conversion.profile().getData())
        .isEqualTo(
            Profiles.of(
                    "p",
                    """
                    spec:
                      containers: [{name: c, image: i}]
                      initContainers: [{name: d, image: i}]
                    """)
                .getData());
  }

  @Test
  void copy_offload_is_an_account_in_v1alpha1() {
    String slim = "mpiSpec: {launcher: {" + POD + "}, worker: {" + POD + "}, copyOffload: true}";
    ProfileConversion full = to(ProfileShape.V1ALPHA1, slim);
    assertThat(full.findings()).isEmpty();
    assertThat(
            full.profile()
                .getData()
                .at("/mpiSpec/mpiReplicaSpecs/Launcher/template/spec/serviceAccountName")
                .asText())
        .isEqualTo("nnf-dm-copy-offload");
    ProfileConversion back = convert(full.profile(), ProfileShape.V1ALPHA11);
    assertThat(back.findings()).isEmpty();
    assertThat(back.profile().getData()).isEqualTo(Profiles.of("p", slim).getData());
  }

  @Test
  void a_restriction_that_is_lost_is_an_error_and_a_changed_meaning_is_said() {
    ProfileConversion conversion =
        to(
            ProfileShape.V1ALPHA1,
            """
            createContainer: false
            numPorts: 2
            users: ['1050']
            groups: []
            limits: {nodes: 4}
            spec: {%s}
            """
                .formatted(POD));
    assertThat(lost(conversion))
        .containsExactly(
            "groups '[]' is lost: it is Warren's own, and without it the profile allows more.",
            "limits '{\"nodes\":4}' is lost: it is Warren's own, and without it the profile allows"
                + " more.",
            "users '[\"1050\"]' is lost: it is Warren's own, and without it the profile allows more.",
            "numPorts '2' is taken over: a total in upstream's v1alpha1, for each container in"
                + " v1alpha11.",
            "createContainer 'false' is lost: v1alpha1 has no place for it.");
    assertThat(conversion.findings().stream().filter(Finding::isError)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users: \"1050\"", "users: ''", "groups: 7", "limits: none"})
  void a_restriction_of_a_wrong_kind_is_not_lost_without_a_word(String restriction) {
    assertThat(to(ProfileShape.V1ALPHA11, restriction + "\nspec: {" + POD + "}").findings())
        .singleElement()
        .matches(Finding::isError)
        .extracting(finding -> finding.hint().orElseThrow())
        .asString()
        .startsWith("Remove it from the file first, ");
  }

  @Test
  void metadata_stays_but_for_what_api_servers_put_there() {
    NnfContainerProfile original = Profiles.of("p", "spec: {" + POD + "}");
    original.setMetadata(
        new ObjectMetaBuilder()
            .withName("p")
            .withGenerateName("p-")
            .addToLabels("a", "b")
            .addToAnnotations("c", "d")
            .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", "{}")
            .addToFinalizers("e/f")
            .addNewOwnerReference()
            .withName("o")
            .endOwnerReference()
            .withUid("u")
            .withResourceVersion("1")
            .build());
    assertThat(convert(original, ProfileShape.V1ALPHA1).profile().getMetadata())
        .isEqualTo(
            new ObjectMetaBuilder()
                .withName("p")
                .withGenerateName("p-")
                .addToLabels("a", "b")
                .addToAnnotations("c", "d")
                .addToFinalizers("e/f")
                .addNewOwnerReference()
                .withName("o")
                .endOwnerReference()
                .build());
  }

  @Test
  void a_profile_in_its_own_shape_stays_as_it_is_whatever_is_in_it() {
    String odd = "spec: 7\nstorages: [x]\nmpiSpec: {launcher: [], worker: {containers: {}}}";
    ProfileConversion same = to(ProfileShape.V1ALPHA11, odd);
    assertThat(same.findings()).isEmpty();
    assertThat(same.profile().getData()).isEqualTo(Profiles.of("p", odd).getData());
  }

  @ParameterizedTest
  @CsvSource({"1, V1ALPHA1", "2, V1ALPHA1", "6, V1ALPHA1", "7, V1ALPHA11", "10, V1ALPHA11"})
  void every_published_version_is_of_one_of_the_shapes(int version, ProfileShape shape) {
    assertThat(ProfileShape.ofApiVersion("nnf.cray.hpe.com/v1alpha" + version)).contains(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nnf.cray.hpe.com/v1alpha0",
        "nnf.cray.hpe.com/v1alpha12",
        "v1alpha7",
        "x/v1alpha7"
      })
  void no_other_version_is(String apiVersion) {
    assertThat(ProfileShape.ofApiVersion(apiVersion)).isEmpty();
  }

  /** Upstream's first profiles of v1alpha7 were spelled as those of v1alpha6. */
  @Test
  void the_number_of_ports_is_told_where_it_may_have_meant_something_else() {
    NnfContainerProfile slim = Profiles.of("p", "numPorts: 2\nspec: {" + POD + "}");
    NnfContainerProfile full =
        Profiles.of("p", "numPorts: 2\nmpiSpec: {mpiReplicaSpecs: {Launcher: {}, Worker: {}}}");
    slim.setApiVersion("nnf.cray.hpe.com/v1alpha8");
    full.setApiVersion("nnf.cray.hpe.com/v1alpha7");

    assertThat(convert(slim, ProfileShape.V1ALPHA11).findings()).isEmpty();
    assertThat(convert(slim, ProfileShape.V1ALPHA1).findings()).hasSize(1);
    assertThat(convert(full, ProfileShape.V1ALPHA11).findings()).hasSize(1);
  }

  @Test
  void what_upstreams_conversion_put_into_an_annotation_comes_back() {
    NnfContainerProfile older = Profiles.of("p", "spec: {" + POD + "}");
    older.setApiVersion("nnf.cray.hpe.com/v1alpha10");
    older
        .getMetadata()
        .setAnnotations(
            Map.of("cluster.x-k8s.io/conversion-data", "{\"data\": {\"createContainer\": false}}"));
    NnfContainerProfile today = convert(older, ProfileShape.V1ALPHA11).profile();

    assertThat(today.getData().path("createContainer").asBoolean(true)).isFalse();
    assertThat(today.getMetadata().getAnnotations()).isEmpty();
    older.getMetadata().setAnnotations(Map.of("cluster.x-k8s.io/conversion-data", "{\"data\""));
    assertThat(convert(older, ProfileShape.V1ALPHA11).profile().getData())
        .isEqualTo(older.getData());
  }

  private static ProfileConversion to(ProfileShape target, String data) {
    return convert(Profiles.of("p", data), target);
  }

  private static ProfileConversion convert(NnfContainerProfile profile, ProfileShape target) {
    return ProfileConversion.of(profile, target, FieldPlaces.NONE);
  }

  private static String digest(NnfContainerProfile profile) {
    return ProfileReader.read(profile).profile().orElseThrow().resolvedDigest();
  }

  private static List<String> lost(ProfileConversion conversion) {
    return conversion.findings().stream()
        .map(finding -> finding.message().replaceFirst("^Profile [a-z-]+: ", ""))
        .toList();
  }
}
