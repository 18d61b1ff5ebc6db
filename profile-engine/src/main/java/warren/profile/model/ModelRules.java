package warren.profile.model;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodDNSConfigOption;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Kubernetes' API server asks of the objects in a pod, as of version 1.34, and what its Pod
 * Security level {@code restricted} forbids there; kinds that are not here may be anything of their
 * fields' kinds.
 */
final class ModelRules {
  private static final ObjectRule OBJECT = ObjectRule.NONE;
  private static final ValueRule ALWAYS = ValueRule.oneOf("Always");

  private static final Map<Class<?>, ObjectRule> POD =
      Map.ofEntries(
          entry(
              ObjectMeta.class,
              OBJECT
                  .entries(Forms.LABEL_KEY, Forms.LABEL_VALUE, "labels")
                  .entries(Forms.LABEL_KEY, ValueRule.ANY, "annotations")),
          entry(
              PodSpec.class,
              OBJECT
                  .value(ValueRule.atLeast(0), "terminationGracePeriodSeconds")
                  .value(Forms.NAME, "priorityClassName", "runtimeClassName")
                  .entries(Forms.LABEL_KEY, Forms.LABEL_VALUE, "nodeSelector")
                  .within(
                      OBJECT.unless(
                          "restartPolicy",
                          ALWAYS,
                          OBJECT.forbid(
                              "an init container has it with restartPolicy Always only",
                              "livenessProbe",
                              "readinessProbe",
                              "startupProbe",
                              "lifecycle")),
                      "initContainers")),
          entry(PodDNSConfig.class, OBJECT.value(Forms.ADDRESS, "nameservers")),
          entry(PodDNSConfigOption.class, OBJECT.require("name")),
          entry(
              HostAlias.class,
              OBJECT.require("ip").value(Forms.ADDRESS, "ip").value(Forms.NAME, "hostnames")));

  private static final Map<Class<?>, ObjectRule> RULES =
      Stream.of(POD, ContainerRules.TABLE, VolumeRules.TABLE, PlacementRules.TABLE)
          .flatMap(table -> table.entrySet().stream())
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ModelRules() {}

  /** Every row of the table. */
  static Map<Class<?>, ObjectRule> all() {
    return RULES;
  }

  static ObjectRule of(Class<?> kind) {
    return RULES.getOrDefault(kind, ObjectRule.NONE);
  }
}
