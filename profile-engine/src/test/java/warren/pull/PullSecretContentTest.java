package warren.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import warren.pull.PullSecretContent.Good;
import warren.pull.PullSecretContent.Malformed;
import warren.pull.PullSecretContent.WrongType;

final class PullSecretContentTest {
  private static final String PASSWORD = "hunter2:x";

  @Test
  void whatIsWrittenReadsBackTheSame() {
    RegistryLogin login = new RegistryLogin("registry.example:5000/dean", "dean", PASSWORD);

    Secret secret = login.secret("nnf-system", "readonly");

    assertThat(PullSecretContent.of(secret.getType(), secret.getData()))
        .isEqualTo(new Good(List.of(login)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'r':{'auth':'ZGVhbjpodW50ZXIyOng='}}",
        "{'r':{'auth':'ZGVhbjpodW50ZXIyOng'}}",
        "{'r':{'username':'dean','password':'hunter2:x','email':'dean@example.org'}}",
        "{'r':{'auth':'ZGVhbjpodW50ZXIyOng=','username':'other','password':'other'}}"
      })
  void bothTypesAndEverySpellingOfALoginAreRead(String logins) {
    PullSecretContent expected = new Good(List.of(new RegistryLogin("r", "dean", PASSWORD)));

    assertThat(read(PullSecretContent.OLD_TYPE, ".dockercfg", logins)).isEqualTo(expected);
    assertThat(read(PullSecretContent.TYPE, ".dockerconfigjson", "{'auths':" + logins + "}"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hunter2                                          | its .dockerconfigjson is no JSON object
          ['hunter2']                                      | its .dockerconfigjson is no JSON object
          {'auths':{'r':{'auth':'aHVudGVyMg=='}}} hunter2  | its .dockerconfigjson is no JSON object
          {'auths':'hunter2'}                              | 'auths' in its .dockerconfigjson is no JSON object
          {}                                               | it holds no login
          {'auths':{}}                                     | it holds no login
          {'credsStore':'desktop','auths':{'r':{}}}        | its login for 'r' has neither
          {'auths':{'r':'hunter2'}}                        | its login for 'r' has neither
          {'auths':{'r':{'auth':'hunter2!'}}}              | its login for 'r' has neither
          {'auths':{'r':{'auth':'aHVudGVyMg=='}}}          | its login for 'r' has neither
          {'auths':{'r':{'auth':'Omh1bnRlcjI='}}}          | its login for 'r' has neither
          {'auths':{'r':{'auth':'/////w=='}}}              | its login for 'r' has neither
          {'auths':{'r':{'username':'dean'}}}              | its login for 'r' has neither
          {'auths':{'r':{'password':'hunter2'}}}           | its login for 'r' has neither
          {'auths':{'ok':{'auth':'YTpi'},'r':{}}}          | its login for 'r' has neither
          """)
  void whatAKubeletCannotReadIsToldWithoutItsContent(String content, String why) {
    PullSecretContent read = read(PullSecretContent.TYPE, ".dockerconfigjson", content);

    assertThat(read).isInstanceOf(Malformed.class);
    assertThat(((Malformed) read).why()).startsWith(why).doesNotContain("hunter2");
  }

  @Test
  void aSecretWithoutTheKeyOfItsTypeIsMalformed() {
    assertThat(PullSecretContent.of(PullSecretContent.TYPE, Map.of(".dockercfg", "e30=")))
        .isEqualTo(new Malformed("it has no .dockerconfigjson"));
    assertThat(PullSecretContent.of(PullSecretContent.OLD_TYPE, null))
        .isEqualTo(new Malformed("it has no .dockercfg"));
  }

  @Test
  void anyOtherTypeIsNoPullSecret() {
    assertThat(read("kubernetes.io/tls", ".dockerconfigjson", "{}"))
        .isEqualTo(new WrongType("kubernetes.io/tls"));
    assertThat(read(null, ".dockerconfigjson", "{}")).isEqualTo(new WrongType("Opaque"));
  }

  @Test
  void aLoginNeverShowsItsPassword() {
    assertThat(new Good(List.of(new RegistryLogin("r", "dean", PASSWORD))).toString())
        .contains("dean at r")
        .doesNotContain("hunter2");
  }

  private static PullSecretContent read(String type, String key, String content) {
    byte[] bytes = content.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return PullSecretContent.of(type, Map.of(key, Base64.getEncoder().encodeToString(bytes)));
  }
}
