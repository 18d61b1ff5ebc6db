package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryAccessTest {

  @Test
  void the_nodes_reach_the_registry_by_plain_http_under_its_name() {
    assertThat(
            Serialization.<Object>unmarshal(
                RegistriesYaml.text("registry.warren.internal:5000"), Object.class))
        .isEqualTo(
            Map.of(
                "mirrors",
                Map.of(
                    "registry.warren.internal:5000",
                    Map.of("endpoint", List.of("http://registry.warren.internal:5000")))));
  }

  @Test
  void the_password_file_holds_a_bcrypt_hash_of_the_password() {
    String line = Htpasswd.line("warren", "secret");
    assertThat(line).startsWith("warren:$2y$").endsWith("\n").doesNotContain("secret");
    String hash = line.strip().substring("warren:".length());
    assertThat(BCrypt.verifyer().verify("secret".toCharArray(), hash).verified).isTrue();
    assertThat(BCrypt.verifyer().verify("other".toCharArray(), hash).verified).isFalse();
  }

  @Test
  void secrets_are_random() {
    assertThat(Htpasswd.randomSecret())
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(Htpasswd.randomSecret());
  }

  @Test
  void the_password_is_not_shown() {
    Registry registry = new Registry("registry:5000", "127.0.0.1:1", "warren", "top-secret");
    assertThat(registry.toString()).doesNotContain("top-secret");
    assertThat(registry.image("red/rock:v1")).isEqualTo("registry:5000/red/rock:v1");
  }

  @ParameterizedTest
  @CsvSource({
    "debian:12, docker.io/library/debian:12",
    "warren-local/base:1, docker.io/warren-local/base:1",
    "registry.warren.internal:5000/a/b:1, registry.warren.internal:5000/a/b:1",
    "localhost/a:1, localhost/a:1",
  })
  void images_have_the_names_that_container_runtimes_give_them(String image, String full) {
    assertThat(ImageLoad.fullName(image)).isEqualTo(full);
  }
}
