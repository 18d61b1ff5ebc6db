package warren.launch.mpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import warren.launch.Variable;

class WorkerServerTest {
  private static final List<Variable> VARIABLES =
      List.of(new Variable.Text("DW_JOB_a", "/mnt"), new Variable.NodeName("NNF_NODE_NAME"));

  @Test
  void aWorkerWithoutCommandRunsTheServerWithWarrensConfiguration() {
    Container worker = WorkerServer.run(pod(), VARIABLES).getContainers().getFirst();

    assertThat(worker.getCommand())
        .containsExactly(
            "/usr/sbin/sshd",
            "-De",
            "-f",
            "/etc/warren/sshd_config",
            "-o",
            "SetEnv=DW_JOB_a=/mnt NNF_NODE_NAME=$(NNF_NODE_NAME)");
  }

  @Test
  void aWorkersOwnCommandStays() {
    PodSpec own = pod().edit().editFirstContainer().withArgs("serve").endContainer().build();
    Container worker = WorkerServer.run(own, VARIABLES).getContainers().getFirst();

    assertThat(worker.getCommand()).isEmpty();
    assertThat(worker.getArgs()).containsExactly("serve");
  }

  @Test
  void aWorkerIsReadyOnceItListens() {
    Container worker = WorkerServer.run(pod(), VARIABLES).getContainers().getFirst();

    assertThat(worker.getStartupProbe().getTcpSocket().getPort().getIntVal()).isEqualTo(2222);
    assertThat(worker.getReadinessProbe()).isNull();
  }

  @Test
  void onlyTheFirstContainerIsAnMpiWorker() {
    assertThat(WorkerServer.run(pod(), VARIABLES).getContainers().get(1))
        .isEqualTo(pod().getContainers().get(1));
  }

  private static PodSpec pod() {
    return new PodSpecBuilder()
        .addNewContainer()
        .withName("worker")
        .endContainer()
        .addNewContainer()
        .withName("beside")
        .endContainer()
        .build();
  }
}
