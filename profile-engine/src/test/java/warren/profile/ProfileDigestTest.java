package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import warren.api.NnfContainerProfile;

class ProfileDigestTest {
  @Test
  void a_digest_is_sha256_over_sorted_json_without_pinned_and_nulls() {
    // printf '{"retryLimit":2,"spec":{"containers":[{"image":"i","name":"c"}]}}' | sha256sum
    assertThat(digest("spec: {containers: [{name: c, image: i}]}\nretryLimit: 2\npinned: true\n"))
        .isEqualTo("sha256:d6707601883a772f5b0c5f1410e0d97831ca73912c1cd062366569d54f43c884");
  }

  @Test
  void a_pinned_copy_has_the_digest_of_its_original() {
    NnfContainerProfile original = Profiles.guide("mpi-red-rock-slushy");
    NnfContainerProfile copy = Profiles.guide("mpi-red-rock-slushy");
    copy.getData().put("pinned", true);
    copy.getMetadata().setName("wf-1");
    assertThat(digest(copy)).isEqualTo(digest(original));
  }

  @Test
  void the_order_of_fields_and_nulls_change_nothing() {
    assertThat(digest("spec: {containers: [{name: c, image: i}]}\nretryLimit: 2\n"))
        .isEqualTo(
            digest("retryLimit: 2\nuserID: null\nspec: {containers: [{image: i, name: c}]}\n"));
  }

  @Test
  void every_other_change_changes_it() {
    String digest = digest("spec: {containers: [{name: c, image: i, args: [a, b]}]}\n");
    assertThat(digest("spec: {containers: [{name: c, image: i, args: [b, a]}]}\n"))
        .isNotEqualTo(digest);
    assertThat(digest("spec: {containers: [{name: c, image: j, args: [a, b]}]}\n"))
        .isNotEqualTo(digest);
    assertThat(digest("retryLimit: 6\nspec: {containers: [{name: c, image: i, args: [a, b]}]}\n"))
        .isNotEqualTo(digest);
  }

  private static String digest(String data) {
    return digest(Profiles.of("p", data));
  }

  private static String digest(NnfContainerProfile profile) {
    return ProfileReader.read(profile).profile().orElseThrow().payloadDigest();
  }
}
