package warren.operator.containers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container runtime's report of a failed pull means. The report holds the image's reference
 * and host names, which may contain any word: both are taken out first. What remains is judged by
 * the codes that runtimes and registries report at known places: the HTTP status, the error codes
 * of the distribution specification, and the fixed sentences of containerd and CRI-O.
 */
enum PullFailure {
  /** The registry does not give the image to whoever asks so. Permanent. */
  UNAUTHORIZED,
  /** The registry has no such image. Permanent. */
  NOT_FOUND,
  /** The image exists, but not for this node's platform. Permanent. */
  NO_PLATFORM,
  /** The registry asks for fewer pulls. */
  RATE_LIMIT,
  /** The node has no room for the image. */
  NO_SPACE,
  /** All that can be otherwise at the next try, or cannot be judged. */
  OTHER;

  /** In place of what is taken out. */
  private static final String GAP = "…";

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  /** References, addresses, paths; a colon behind them belongs to the sentence. */
  private static final Pattern WITH_SLASH = Pattern.compile("\\S*/\\S*?(:?)(?=\\s|$)");

  /** Tags and hosts that stand alone: those of CRI-O, of old containerd and of resolvers. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?<=reading manifest )\\S+(?= in )|(?<=\\[manifests )[^\\]\\s]+(?=])|(?<=from host )\\S+"
              + "|(?<=lookup )\\S+");

  private static final Pattern STATUS =
      Pattern.compile(
          "(?:unexpected (?:HTTP )?status(?: code)?(?: \\[[^\\]]*])?(?: from [A-Z]+ request to)?[:… ]+"
              + "|failed with status code \\[[^\\]]*\\]: "
              + "|invalid status code from registry |StatusCode: |parsing HTTP )(\\d{3})\\b");

  private static final Pattern LIMIT = code("toomanyrequests");

  private static final Pattern DENIED = code("denied|unauthorized");

  private static final Pattern UNKNOWN = code("manifest unknown|name unknown");

  private static final Pattern PLATFORM =
      Pattern.compile(
          "no match for platform in manifest|no image found in (?:image index|manifest list) for"
              + " architecture");

  private static final Pattern REFUSED =
      Pattern.compile(
          "(?:^|: )(?:pull access denied, repository does not exist or may require authorization"
              + "|no basic auth credentials$)");

  private static final Pattern ABSENT =
      Pattern.compile("(?:failed to resolve reference|code = NotFound desc =)[:… ]+not found$");

  /** The manifest is there; what fails is the way of a part of it, often through a third party. */
  private static final Pattern OF_A_PART =
      Pattern.compile(
          "failed to copy: |httpReadSeeker: |failed to extract layer|writing blob: |fetching blob"
              + "|copying system image");

  /** A registry or the way there, one of several perhaps, gave no answer of its own. */
  private static final List<String> NO_ANSWER =
      List.of(
          "connection refused",
          "connection reset",
          "no such host",
          "server misbehaving",
          "name resolution",
          "timeout",
          "timed out",
          "deadline exceeded",
          "no route to host",
          "network is unreachable",
          "tls: ",
          "x509: ",
          "EOF",
          "proxyconnect");

  /** An error code of the distribution specification, as registries' clients print it. */
  private static Pattern code(String codes) {
    return Pattern.compile("(?:^|[:\\n]\\s*)(?:" + codes + ")(?::|\\n|$)");
  }

  /** Judges a report as the kubelet passes it on. */
  static PullFailure of(String report) {
    String text = stripped(report);
    List<Integer> statuses =
        STATUS.matcher(text).results().map(found -> Integer.valueOf(found.group(1))).toList();
    if (statuses.contains(429) || LIMIT.matcher(text).find()) {
      return RATE_LIMIT;
    }
    if (text.contains("no space left on device")) {
      return NO_SPACE;
    }
    if (statuses.stream().anyMatch(status -> status >= 500 || status == 408)
        || NO_ANSWER.stream().anyMatch(text::contains)
        || OF_A_PART.matcher(text).find()) {
      return OTHER;
    }
    if (PLATFORM.matcher(text).find()) {
      return NO_PLATFORM;
    }
    // First, as registries say so too of what they do not have, to those they do not know.
    if (statuses.contains(401)
        || statuses.contains(403)
        || DENIED.matcher(text).find()
        || REFUSED.matcher(text).find()) {
      return UNAUTHORIZED;
    }
    return statuses.contains(404) || UNKNOWN.matcher(text).find() || ABSENT.matcher(text).find()
        ? NOT_FOUND
        : OTHER;
  }

  /** Whether waiting helps nobody. */
  boolean isPermanent() {
    return switch (this) {
      case UNAUTHORIZED, NOT_FOUND, NO_PLATFORM -> true;
      case RATE_LIMIT, NO_SPACE, OTHER -> false;
    };
  }

  /** The report without references, addresses and names. */
  static String stripped(String report) {
    String unquoted = QUOTED.matcher(report.strip()).replaceAll(GAP);
    String alone = ALONE.matcher(unquoted).replaceAll(GAP);
    return WITH_SLASH
        .matcher(alone)
        .replaceAll(found -> Matcher.quoteReplacement(GAP + found.group(1)));
  }
}
