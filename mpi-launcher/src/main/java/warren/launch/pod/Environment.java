package warren.launch.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import warren.launch.Setting;
import warren.launch.Variable;

/**
 * Sets Warren's variables before the profile's, because Kubernetes replaces {@code $(NAME)} only by
 * what stands earlier: so a profile can use them in its command, arguments and variables.
 */
public final class Environment {
  private Environment() {}

  static PodSpec set(PodSpec pod, Setting setting) {
    return Containers.each(
        pod, container -> defaults(fixed(container, setting.variables()), setting));
  }

  /** Adds variables before the container's own, which win where names are equal. */
  public static Container defaults(Container container, List<Variable> defaults) {
    Set<String> taken =
        container.getEnv().stream().map(EnvVar::getName).collect(Collectors.toSet());
    List<EnvVar> variables =
        new ArrayList<>(
            defaults.stream()
                .filter(variable -> !taken.contains(variable.name()))
                .map(Environment::variable)
                .toList());
    variables.addAll(container.getEnv());
    return container.edit().withEnv(variables).build();
  }

  private static Container defaults(Container container, Setting setting) {
    return defaults(container, setting.defaults());
  }

  /** Adds variables before the container's own, and drops those of the same names. */
  private static Container fixed(Container container, List<Variable> fixed) {
    Set<String> names = fixed.stream().map(Variable::name).collect(Collectors.toSet());
    List<EnvVar> variables = new ArrayList<>(fixed.stream().map(Environment::variable).toList());
    container.getEnv().stream()
        .filter(variable -> !names.contains(variable.getName()))
        .forEach(variables::add);
    return container.edit().withEnv(variables).build();
  }

  private static EnvVar variable(Variable variable) {
    return switch (variable) {
      case Variable.Text(String name, String value) ->
          new EnvVarBuilder().withName(name).withValue(Variable.literal(value)).build();
      case Variable.NodeName(String name) ->
          new EnvVarBuilder()
              .withName(name)
              .withNewValueFrom()
              .withNewFieldRef()
              .withFieldPath("spec.nodeName")
              .endFieldRef()
              .endValueFrom()
              .build();
    };
  }
}
