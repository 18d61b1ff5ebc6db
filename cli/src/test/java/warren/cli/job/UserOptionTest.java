package warren.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;
import warren.plan.UserIdentity;

class UserOptionTest {
  @Test
  void twoNumbersAreAUser() {
    assertThat(new UserOption().convert("1050:1051")).isEqualTo(new UserIdentity(1050, 1051));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1050", "ann:users", "1050:", ":1", "-1:2", "1050:1051:1", "99999999999:1"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> new UserOption().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("UID:GID");
  }

  @Test
  void numbersThatNoUserCanHaveAreRefused() {
    assertThatThrownBy(() -> new UserOption().convert("4294967296:1"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("32-bit");
  }
}
