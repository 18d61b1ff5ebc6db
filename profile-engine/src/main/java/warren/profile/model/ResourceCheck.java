package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import warren.names.KubernetesNames;

/** Checks what a container asks of its node. */
final class ResourceCheck {
  /** Those that Kubernetes names itself; all others have a domain. */
  private static final List<String> STANDARD = List.of("cpu", "memory", "ephemeral-storage");

  private static final String HUGE_PAGES = "hugepages-";
  private static final List<String> LISTS = List.of("requests", "limits");

  private final ObjectNode resources;
  private final String path;
  private final ModelNotes notes;

  private ResourceCheck(ObjectNode resources, String path, ModelNotes notes) {
    this.resources = resources;
    this.path = path;
    this.notes = notes;
  }

  static void check(ObjectNode resources, String path, ModelNotes notes) {
    ResourceCheck check = new ResourceCheck(resources, path, notes);
    for (String list : LISTS) {
      resources
          .path(list)
          .properties()
          .forEach(
              entry ->
                  check.checkAmount(
                      entry.getKey(), entry.getValue(), path + "." + list + "." + entry.getKey()));
    }
    resources
        .path("requests")
        .properties()
        .forEach(entry -> check.compare(entry.getKey(), entry.getValue()));
    check.checkHugePages();
  }

  private void checkAmount(String resource, JsonNode value, String at) {
    boolean huge = resource.startsWith(HUGE_PAGES);
    if (!STANDARD.contains(resource)
        && !huge
        && !(resource.contains("/") && KubernetesNames.isQualified(resource))) {
      notes.unknown(at, resource, "resources", STANDARD);
    }
    Optional<BigDecimal> amount = Forms.amount(value);
    if (amount.isEmpty()) {
      return; // of another kind, which has been told
    }
    if (amount.get().signum() < 0) {
      notes.invalid(
          at, "is '" + Values.shown(value) + "', less than nothing", "Correct it in the profile.");
    } else if (huge) {
      BigDecimal size = pageSize(resource);
      if (size.signum() <= 0 || amount.get().remainder(size).signum() != 0) {
        notes.wrongKind(at, value, "a number of whole pages of that size");
      }
    } else if (isCounted(resource) && amount.get().remainder(BigDecimal.ONE).signum() != 0) {
      notes.wrongKind(at, value, "a whole number");
    }
  }

  /** What can be shared may be asked for below its limit; anything else is given or not. */
  private void compare(String resource, JsonNode request) {
    JsonNode limit = resources.path("limits").path(resource);
    String at = path + ".requests." + resource;
    Optional<BigDecimal> asked = Forms.amount(request);
    Optional<BigDecimal> allowed = Forms.amount(limit);
    boolean shared = !resource.startsWith(HUGE_PAGES) && !isCounted(resource);
    if (asked.isEmpty()) {
      return;
    }
    if (allowed.isEmpty()) {
      if (!shared && limit.isMissingNode()) {
        notes.invalid(
            path + ".limits." + resource, "is missing", "Give the same limit as is requested.");
      }
      return;
    }
    int order = asked.get().compareTo(allowed.get());
    if (order > 0) {
      notes.invalid(
          at,
          "is '%s', more than the limit '%s'".formatted(Values.shown(request), Values.shown(limit)),
          "Ask for less, or raise the limit.");
    } else if (order < 0 && !shared) {
      notes.invalid(
          at,
          "is '%s', and the limit is '%s'".formatted(Values.shown(request), Values.shown(limit)),
          "Request as much as the limit.");
    }
  }

  private void checkHugePages() {
    if (names(HUGE_PAGES) && !names("cpu") && !names("memory")) {
      notes.invalid(path, "has huge pages without cpu or memory", "Add one of the two.");
    }
  }

  /** Whether anything whose name begins so is in one of the lists. */
  private boolean names(String beginning) {
    return LISTS.stream()
        .flatMap(list -> resources.path(list).properties().stream())
        .anyMatch(entry -> entry.getKey().startsWith(beginning));
  }

  private static BigDecimal pageSize(String resource) {
    return Forms.amount(TextNode.valueOf(resource.substring(HUGE_PAGES.length())))
        .orElse(BigDecimal.ZERO);
  }

  /** Devices and the like, of a domain other than Kubernetes' own. */
  private static boolean isCounted(String resource) {
    return resource.contains("/") && !resource.contains("kubernetes.io/");
  }
}
