package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The build runs tests a second time under a locale whose letters i differ from ASCII's, and with
 * ASCII for the default charset. This class is in that run only, and says whether it really is so.
 */
class InTurkish {
  @Test
  void lettersFoldDifferentlyAndTheDefaultCharsetIsAscii() {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    assertThat("TITLE".toLowerCase(Locale.getDefault())).isNotEqualTo("title");
    assertThat(Charset.defaultCharset().name()).isEqualTo("US-ASCII");
    assertThat(System.getenv("LANG")).isEqualTo("C");
  }
}
