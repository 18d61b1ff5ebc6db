package warren.names;

import java.util.regex.Pattern;

/** The forms of names that Kubernetes asks for. */
public final class KubernetesNames {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern SUBDOMAIN =
      Pattern.compile(LABEL.pattern() + "(\\." + LABEL.pattern() + ")*");
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?");
  private static final int LONGEST_SUBDOMAIN = 253;

  private KubernetesNames() {}

  /** A container or a volume: a DNS label. */
  public static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  /** A secret and most other objects: a DNS subdomain. */
  public static boolean isSubdomain(String text) {
    return text.length() <= LONGEST_SUBDOMAIN && SUBDOMAIN.matcher(text).matches();
  }

  /** The key of a label or an annotation: a word, after a domain and a slash or not. */
  public static boolean isQualified(String text) {
    int slash = text.indexOf('/');
    return WORD.matcher(text.substring(slash + 1)).matches()
        && (slash < 0 || isSubdomain(text.substring(0, slash)));
  }

  public static boolean isLabelValue(String text) {
    return text.isEmpty() || WORD.matcher(text).matches();
  }
}
