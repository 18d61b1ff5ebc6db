package warren.operator.metrics;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The labels that a request to the API server has in the metrics. Names no object. Pure.
 *
 * @param verb as RBAC names it: {@code get}, {@code list}, {@code watch}, {@code create}, {@code
 *     update}, {@code patch}, {@code delete}, {@code deletecollection}
 * @param resource the plural of the kind, with its subresource: {@code pods}, {@code pods/log};
 *     {@code discovery} for the lists of kinds, {@code other} for any other path
 */
record RequestLabels(String verb, String resource) {
  private static final String DISCOVERY = "discovery";
  private static final String OTHER = "other";
  private static final Pattern PLURAL = Pattern.compile("[a-z]{1,63}");

  /** Reads the request's method and address. */
  static RequestLabels of(String method, URI uri) {
    List<String> path =
        Arrays.stream(String.valueOf(uri.getPath()).split("/"))
            .filter(part -> !part.isEmpty())
            .toList();
    int prefix = prefix(path);
    if (prefix < 0) {
      return new RequestLabels(verb(method, true, false), OTHER);
    }
    if (path.size() <= prefix) {
      return new RequestLabels(verb(method, true, false), DISCOVERY);
    }
    List<String> below = path.subList(prefix, path.size());
    if (below.size() > 2 && below.getFirst().equals("namespaces")) {
      below = below.subList(2, below.size());
    }
    String query = String.valueOf(uri.getRawQuery());
    boolean watches = Arrays.asList(query.split("&")).contains("watch=true");
    return new RequestLabels(verb(method, below.size() > 1, watches), resource(below));
  }

  /** How many parts stand before the resource; negative when there can be none. */
  private static int prefix(List<String> path) {
    return switch (path.isEmpty() ? "" : path.getFirst()) {
      case "api" -> 2;
      case "apis" -> 3;
      case "version" -> 1;
      default -> -1;
    };
  }

  private static String resource(List<String> below) {
    String plural = below.getFirst();
    String subresource = below.size() > 2 ? below.get(2) : "";
    if (!PLURAL.matcher(plural).matches()) {
      return OTHER;
    }
    return PLURAL.matcher(subresource).matches() ? plural + "/" + subresource : plural;
  }

  private static String verb(String method, boolean named, boolean watches) {
    return switch (method) {
      case "GET", "HEAD" -> watches ? "watch" : named ? "get" : "list";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> named ? "delete" : "deletecollection";
      default -> OTHER;
    };
  }
}
