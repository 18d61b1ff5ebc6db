package warren.operator.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.launch.Mount;
import warren.launch.MountSource;

final class MountJsonTest {
  private static final Mount ALL =
      new Mount(new MountSource.Claim("wf-0-storage"), "/mnt/nnf/u-0", true, Optional.of("a/b"));

  @Test
  void whatIsWrittenReadsTheSame() {
    Mount plain = new Mount(ALL.source(), ALL.path(), false, Optional.empty());

    assertThat(MountJson.write(plain))
        .isEqualTo("{\"claim\":\"wf-0-storage\",\"path\":\"/mnt/nnf/u-0\"}");
    assertThat(MountJson.read(MountJson.write(plain))).isEqualTo(plain);
    assertThat(MountJson.read(MountJson.write(ALL))).isEqualTo(ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{               | not JSON",
        "[]              | not a JSON object",
        "{'path':'/a'}   | the claim is missing",
        "{'claim':'a'}   | the path is missing",
        "{'claim':1,'path':'/a'}               | claim is not a string",
        "{'claim':'a','path':'a'}              | a mount path is absolute",
        "{'claim':'a','path':'/a','readOnly':'yes'} | readOnly is not true or false",
        "{'claim':'a','path':'/a','subPath':'../b'} | a sub-path stays within the source",
        "{'claim':'a','path':'/a','node':'/b'} | unknown field 'node'",
      })
  void whatIsNoMountIsRefused(String text, String reason) {
    assertThatThrownBy(() -> MountJson.read(text.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason);
  }
}
