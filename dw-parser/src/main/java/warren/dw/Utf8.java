package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Text of bytes that may be no UTF-8; what is wrong in them becomes U+FFFD. */
final class Utf8 {
  static final int BYTE_ORDER_MARK = 0xfeff;

  /** What stands for bytes that are none of UTF-8; a text may also hold it honestly. */
  static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  static boolean isValid(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The finding for a directive of which something was lost in decoding. */
  static Optional<Finding> lost(DirectiveLine line) {
    int at = line.text().indexOf(REPLACEMENT);
    if (at < 0) {
      return Optional.empty();
    }
    Place place = line.placeOf(line.text().codePointCount(0, at), 1);
    return Optional.of(
        Finding.error(Codes.NOT_UTF8.code(), Blame.USER, "This directive is not UTF-8 text.")
            .hint("Save the script in UTF-8, or write the directive in plain ASCII.")
            .about(line.index())
            .at(place));
  }
}
