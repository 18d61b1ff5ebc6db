package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The forms of values that more than one kind of object has. */
final class Forms {
  static final ValueRule NAME =
      ValueRule.matching(
          "(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
          "a name of lower-case letters, digits, hyphens and dots");

  static final ValueRule VARIABLE =
      ValueRule.matching(
          "[-._a-zA-Z][-._a-zA-Z0-9]*", "a name of letters, digits, '_', '-' and '.'");

  static final ValueRule PREFIX =
      ValueRule.matching(
          "|[-._a-zA-Z][-._a-zA-Z0-9]*", "a beginning of letters, digits, '_', '-' and '.'");

  static final ValueRule PORT = ValueRule.between(1, 65535);

  private static final Pattern PORT_NAME =
      Pattern.compile("(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");

  static final ValueRule PORT_NAME_ONLY =
      new ValueRule.Form(
          value -> PORT_NAME.matcher(value.asText()).matches(),
          "a port's name of up to 15 lower-case letters, digits and hyphens");

  static final ValueRule PORT_OR_NAME =
      new ValueRule.Form(
          value ->
              value.isTextual()
                  ? PORT_NAME.matcher(value.asText()).matches()
                  : value.asLong() >= 1 && value.asLong() <= 65535,
          "a port from 1 to 65535, or a port's name");

  /** As Unix has it; YAML's 0640 is read as 640 by some and as 416 by others. */
  static final ValueRule MODE = ValueRule.between(0, 511);

  static final ValueRule RELATIVE =
      new ValueRule.Form(
          value -> isRelative(value.asText()), "a relative path without '..' as one of its parts");

  static final ValueRule ABSOLUTE = ValueRule.matching("/[^:]*", "an absolute path without ':'");

  static final ValueRule ADDRESS =
      new ValueRule.Form(value -> isAddress(value.asText()), "an IP address");

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IP4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);
  private static final Pattern IP6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:.]{2,45}");

  private static final Pattern QUANTITY =
      Pattern.compile(
          "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,2})?");

  private Forms() {}

  /** Whether Kubernetes reads this as an amount, such as {@code 500m} or {@code 1.5Gi}. */
  static boolean isQuantity(JsonNode value) {
    return value.isValueNode() && QUANTITY.matcher(value.asText()).matches();
  }

  private static boolean isRelative(String path) {
    return !path.startsWith("/")
        && Pattern.compile("/").splitAsStream(path).noneMatch(".."::equals);
  }

  private static boolean isAddress(String text) {
    return IP4.matcher(text).matches() || IP6.matcher(text).matches();
  }
}
