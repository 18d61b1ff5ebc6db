package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import warren.launch.Setting;

/** One thing that Warren does to every pod. */
@FunctionalInterface
public interface PodStep {
  /** What happens to every pod, in this order. */
  List<PodStep> ALL =
      List.of(
          Tolerations::add,
          Permissions::apply,
          Images::alwaysAsk,
          LastWords::keep,
          Home::mount,
          Files::mount,
          Storages::mount,
          Environment::set);

  /** The pod with this done to it; the given one stays as it is. */
  PodSpec apply(PodSpec pod, Setting setting);

  /** The pod with {@link #ALL} done to it. */
  static PodSpec all(PodSpec pod, Setting setting) {
    PodSpec result = pod;
    for (PodStep step : ALL) {
      result = step.apply(result, setting);
    }
    return result;
  }
}
