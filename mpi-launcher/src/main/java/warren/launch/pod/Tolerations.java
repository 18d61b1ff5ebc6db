package warren.launch.pod;

import io.fabric8.kubernetes.api.model.PodSpec;
import warren.launch.Setting;
import warren.names.Labels;

/** Lets the pod onto Rabbits, which are tainted to keep other pods away. */
final class Tolerations {
  private Tolerations() {}

  static PodSpec add(PodSpec pod, Setting setting) {
    return pod.edit()
        .addNewToleration()
        .withKey(Labels.RABBIT_NODE)
        .withOperator("Equal")
        .withValue("true")
        .withEffect("NoSchedule")
        .endToleration()
        .build();
  }
}
