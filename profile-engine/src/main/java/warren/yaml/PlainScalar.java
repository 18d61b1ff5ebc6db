package warren.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scalar without quotes means to kubectl, whose library (sigs.k8s.io/yaml on go-yaml v2)
 * reads YAML 1.1 in part.
 */
final class PlainScalar {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> YES =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> NO =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Pattern WHOLE =
      Pattern.compile("([-+]?)(?:(0[xX])([0-9a-fA-F]+)|(0[bB])([01]+)|(0[oO]?)([0-7]+)|([0-9]+))");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private PlainScalar() {}

  static JsonNode read(String text) {
    if (NULLS.contains(text)) {
      return JSON.nullNode();
    }
    if (YES.contains(text) || NO.contains(text)) {
      return JSON.booleanNode(YES.contains(text));
    }
    String digits = text.replace("_", "");
    return whole(digits)
        .map(PlainScalar::number)
        .or(() -> fraction(digits))
        .orElseGet(() -> JSON.textNode(text));
  }

  private static JsonNode number(BigInteger whole) {
    if (whole.bitLength() < Integer.SIZE) {
      return JSON.numberNode(whole.intValue());
    }
    return whole.bitLength() < Long.SIZE
        ? JSON.numberNode(whole.longValue())
        : JSON.numberNode(whole);
  }

  private static Optional<BigInteger> whole(String text) {
    Matcher number = WHOLE.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    BigInteger size;
    if (number.group(2) != null) {
      size = new BigInteger(number.group(3), 16);
    } else if (number.group(4) != null) {
      size = new BigInteger(number.group(5), 2);
    } else if (number.group(6) != null) {
      size = new BigInteger(number.group(7), 8);
    } else {
      size = new BigInteger(number.group(8));
    }
    return Optional.of(number.group(1).equals("-") ? size.negate() : size);
  }

  private static Optional<JsonNode> fraction(String text) {
    return FRACTION.matcher(text).matches()
        ? Optional.of(JSON.numberNode(Double.parseDouble(text)))
        : Optional.empty();
  }
}
