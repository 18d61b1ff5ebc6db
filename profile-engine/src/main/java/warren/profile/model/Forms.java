package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warren.names.KubernetesNames;

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
          "[-._a-zA-Z][-._a-zA-Z0-9]*", "a beginning of letters, digits, '_', '-' and '.'");

  static final ValueRule PORT = ValueRule.between(1, 65535);

  private static final Pattern PORT_NAME =
      Pattern.compile("(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");

  static final ValueRule PORT_NAME_ONLY =
      ValueRule.text(
          text -> PORT_NAME.matcher(text).matches(),
          "a port's name of up to 15 lower-case letters, digits and hyphens");

  static final ValueRule PORT_OR_NAME =
      new ValueRule(
          value ->
              value.isTextual()
                  ? PORT_NAME.matcher(value.asText()).matches()
                  : value.asLong() >= 1 && value.asLong() <= 65535,
          "a port from 1 to 65535, or a port's name");

  /** As Unix has it; YAML's 0640 is read as 640 by some and as 416 by others. */
  static final ValueRule MODE = ValueRule.between(0, 511);

  static final ValueRule RELATIVE =
      ValueRule.text(
          path -> !path.startsWith("/") && !MountPaths.leadsUpwards(path),
          "a relative path without '..' as one of its parts");

  static final ValueRule ABSOLUTE =
      ValueRule.text(
          path -> path.matches("/[^:]*") && !MountPaths.leadsUpwards(path),
          "an absolute path without ':' and without '..' as one of its parts");

  static final ValueRule ADDRESS = ValueRule.text(Forms::isAddress, "an IP address");

  static final ValueRule LABEL_KEY =
      ValueRule.text(
          KubernetesNames::isQualified,
          "a label's or annotation's name: up to 63 letters, digits, '-', '_' and '.', after a"
              + " domain and '/' or not");

  static final ValueRule LABEL_VALUE =
      ValueRule.text(
          KubernetesNames::isLabelValue,
          "a label's value: up to 63 letters, digits, '-', '_' and '.'");

  static final ValueRule AMOUNT =
      new ValueRule(
          value -> amount(value).filter(amount -> amount.signum() >= 0).isPresent(),
          "an amount of 0 or more");

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IP4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);
  private static final Pattern IP6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");

  private static final Pattern QUANTITY =
      Pattern.compile(
          "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,2})?");

  private static final Pattern SUBSCRIPT =
      Pattern.compile("metadata\\.(?:labels|annotations)\\['([^']*)']");

  private Forms() {}

  /** A field of the pod; one label or annotation may be named in any place. */
  static ValueRule fieldPath(String... fields) {
    return ValueRule.text(
        path -> {
          Matcher one = SUBSCRIPT.matcher(path);
          return List.of(fields).contains(path)
              || (one.matches() && KubernetesNames.isQualified(one.group(1)));
        },
        "one of "
            + String.join(", ", fields)
            + ", metadata.labels['NAME'] and metadata.annotations['NAME']");
  }

  /** Whether Kubernetes reads this as an amount, such as {@code 500m} or {@code 1.5Gi}. */
  static boolean isQuantity(JsonNode value) {
    return value.isValueNode() && QUANTITY.matcher(value.asText()).matches();
  }

  /** Empty for what is no amount. */
  static Optional<BigDecimal> amount(JsonNode value) {
    return isQuantity(value)
        ? Optional.of(Quantity.getAmountInBytes(new Quantity(value.asText())))
        : Optional.empty();
  }

  private static boolean isAddress(String text) {
    return IP4.matcher(text).matches() || isAddress6(text);
  }

  private static boolean isAddress6(String text) {
    if (!IP6.matcher(text).matches()) {
      return false;
    }
    try {
      // In brackets it is never taken for a name, which would be looked up.
      return InetAddress.getByName("[" + text + "]") != null;
    } catch (UnknownHostException malformed) {
      return false;
    }
  }
}
