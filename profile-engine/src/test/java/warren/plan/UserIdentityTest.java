package warren.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdentityTest {
  private static final UserIdentity ANN = new UserIdentity(1050, 1051);

  @ParameterizedTest
  @CsvSource({"'', ''", "'100', '100'", "'100,4294967295', '100,4294967295'"})
  void groups_are_read_as_they_are_written(String text, String again) {
    assertThat(ANN.withGroups(text).groupsText()).isEqualTo(again);
  }

  @Test
  void what_is_no_id_gives_no_group() {
    assertThat(ANN.withGroups("a,-1, 7,4294967296,99999999999,8").supplementaryGroups())
        .isEqualTo(List.of(8L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "ann", "_x", "9lives", "Ann.Lee-2", "a2345678901234567890123456789012"})
  void portable_names_are_names(String name) {
    assertThat(ANN.withName(name).withGroups("7").name()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1050",
        "-a",
        ".",
        "..",
        ".a",
        "a/b",
        "a:b",
        "a b",
        "a\n",
        "a\nroot:x:0:0",
        "ann@corp",
        "$(id)",
        "Jürgen",
        "root",
        "nobody",
        "a23456789012345678901234567890123"
      })
  void other_texts_are_none(String text) {
    assertThat(ANN.withName(text)).isEqualTo(ANN);
    assertThatThrownBy(() -> new UserIdentity(1, 1, List.of(), Optional.of(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ids_are_unsigned_32_bit_numbers() {
    assertThatThrownBy(() -> new UserIdentity(1, 1, List.of(-1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UserIdentity(4294967296L, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
