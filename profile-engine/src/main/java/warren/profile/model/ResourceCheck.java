package warren.profile.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Checks what a container asks of its node. */
final class ResourceCheck {
  /** Those that Kubernetes names itself; all others have a domain. */
  private static final List<String> STANDARD = List.of("cpu", "memory", "ephemeral-storage");

  private ResourceCheck() {}

  static void check(ObjectNode resources, String path, ModelNotes notes) {
    for (String list : List.of("requests", "limits")) {
      resources
          .path(list)
          .properties()
          .forEach(
              entry -> checkAmount(entry.getKey(), entry.getValue(), path + "." + list, notes));
    }
    resources
        .path("requests")
        .properties()
        .forEach(
            entry -> {
              JsonNode limit = resources.path("limits").path(entry.getKey());
              Optional<BigDecimal> asked = amount(entry.getValue());
              Optional<BigDecimal> allowed = amount(limit);
              if (asked.isPresent()
                  && allowed.isPresent()
                  && asked.get().compareTo(allowed.get()) > 0) {
                notes.invalid(
                    path + ".requests." + entry.getKey(),
                    "is '%s', more than the limit '%s'"
                        .formatted(Values.shown(entry.getValue()), Values.shown(limit)),
                    "Ask for less, or raise the limit.");
              }
            });
  }

  private static void checkAmount(String resource, JsonNode value, String path, ModelNotes notes) {
    if (!STANDARD.contains(resource)
        && !resource.startsWith("hugepages-")
        && !resource.contains("/")) {
      notes.unknown(path + "." + resource, resource, "resources", STANDARD);
    }
    if (amount(value).filter(amount -> amount.signum() < 0).isPresent()) {
      notes.invalid(
          path + "." + resource,
          "is '" + Values.shown(value) + "', less than nothing",
          "Correct it in the profile.");
    }
  }

  /** Empty for what is no amount, which has been told. */
  private static Optional<BigDecimal> amount(JsonNode value) {
    return Forms.isQuantity(value)
        ? Optional.of(Quantity.getAmountInBytes(new Quantity(value.asText())))
        : Optional.empty();
  }
}
