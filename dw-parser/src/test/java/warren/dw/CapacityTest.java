package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityTest {
  @ParameterizedTest
  @CsvSource({
    "1KB, 1000",
    "1KiB, 1024",
    "2MB, 2000000",
    "2MiB, 2097152",
    "10GB, 10000000000",
    "10GiB, 10737418240",
    "1TB, 1000000000000",
    "1TiB, 1099511627776",
    "0KB, 0",
    "0000000000000000000000007KB, 7000",
    "9007199254740991KiB, 9223372036854774784",
  })
  void unitsArePowersOfTenOrOfTwo(String text, long bytes) {
    assertThat(Capacity.of(text)).contains(new Capacity(text, bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "GB",
        "10G",
        "10gb",
        "10PB",
        "1.5GB",
        "-1GB",
        "+1GB",
        "10 GB",
        " 10GB",
        "10GB ",
        "\u0661GB",
        "9007199254740992KiB",
        "99999999999999999999999999999999TB"
      })
  void otherTextsAreNoCapacity(String text) {
    assertThat(Capacity.of(text)).isEmpty();
  }

  @Test
  void textAndBytesCannotDisagree() {
    assertThatThrownBy(() -> new Capacity("1KB", 1024))
        .hasMessage("'1KB' is not a capacity of 1024 bytes");
  }
}
