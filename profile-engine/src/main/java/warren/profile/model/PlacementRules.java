package warren.profile.model;

import static java.util.Map.entry;
import static warren.profile.model.ValueRule.between;
import static warren.profile.model.ValueRule.matching;
import static warren.profile.model.ValueRule.oneOf;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.Map;

/** The rules of what narrows the choice of nodes. */
final class PlacementRules {
  private static final ObjectRule OBJECT = ObjectRule.NONE;

  /** A label's name, an operator, and as many values as it takes. */
  private static final ObjectRule REQUIREMENT =
      OBJECT
          .require("key", "operator")
          .value(Forms.LABEL_KEY, "key")
          .value(Forms.LABEL_VALUE, "values")
          .when("operator", oneOf("In", "NotIn"), OBJECT.require("values"))
          .when(
              "operator",
              oneOf("Exists", "DoesNotExist"),
              OBJECT.forbid("Exists and DoesNotExist take no values", "values"));

  static final Map<Class<?>, ObjectRule> TABLE =
      Map.ofEntries(
          entry(NodeSelector.class, OBJECT.require("nodeSelectorTerms")),
          entry(
              NodeSelectorTerm.class,
              // Of the fields of a node only its name can be asked for.
              OBJECT.within(
                  OBJECT
                      .value(oneOf("metadata.name"), "key")
                      .value(oneOf("In", "NotIn"), "operator")
                      .single("values"),
                  "matchFields")),
          entry(
              NodeSelectorRequirement.class,
              REQUIREMENT
                  .value(oneOf("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"), "operator")
                  .when(
                      "operator",
                      oneOf("Gt", "Lt"),
                      OBJECT
                          .single("values")
                          .value(matching("-?[0-9]{1,18}", "a whole number"), "values"))),
          entry(
              LabelSelector.class,
              OBJECT.entries(Forms.LABEL_KEY, Forms.LABEL_VALUE, "matchLabels")),
          entry(
              LabelSelectorRequirement.class,
              REQUIREMENT.value(oneOf("In", "NotIn", "Exists", "DoesNotExist"), "operator")),
          entry(
              PreferredSchedulingTerm.class,
              OBJECT.require("weight", "preference").value(between(1, 100), "weight")),
          entry(
              WeightedPodAffinityTerm.class,
              OBJECT.require("weight", "podAffinityTerm").value(between(1, 100), "weight")),
          entry(
              PodAffinityTerm.class,
              OBJECT.require("topologyKey").value(Forms.LABEL_KEY, "topologyKey")));

  private PlacementRules() {}
}
