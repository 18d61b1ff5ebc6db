package warren.operator.driver;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import warren.names.Labels;
import warren.names.Names;

/** The agents that make and remove directories on the Rabbits. */
public final class RabbitAgents {
  private RabbitAgents() {}

  /**
   * The agents' pods, asked now: one for each Rabbit on which an agent runs or is about to.
   *
   * @param systemNamespace where the agents run
   */
  public static List<Pod> pods(KubernetesClient client, String systemNamespace) {
    return client
        .pods()
        .inNamespace(systemNamespace)
        .withLabel(Labels.APPLICATION, Names.RABBIT_AGENT)
        .list()
        .getItems();
  }
}
