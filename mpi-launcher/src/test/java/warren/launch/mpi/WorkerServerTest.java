package warren.launch.mpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import org.junit.jupiter.api.Test;
import warren.launch.Account;
import warren.plan.UserIdentity;

class WorkerServerTest {
  private static final Account ACCOUNT =
      new Account("mpiuser", new UserIdentity(1050, 1051), "/etc/warren/sh");

  /** Records the environment, and becomes the program that follows. */
  private static final String[] RECORDING = {
    "/bin/sh",
    "-c",
    "(umask 077; export -p > /home/warren/mpiuser/.warren-environment) && exec \"$@\"",
    "sh"
  };

  @Test
  void aWorkerWithoutCommandRunsTheServerWithWarrensConfiguration() {
    Container worker = worker(pod());

    assertThat(worker.getCommand())
        .startsWith(RECORDING)
        .endsWith("sh", "/usr/sbin/sshd", "-De", "-f", "/etc/warren/sshd_config");
    assertThat(worker.getArgs()).isEmpty();
  }

  @Test
  void aWorkersOwnCommandRunsWhenTheEnvironmentIsRecorded() {
    Container worker =
        worker(
            pod()
                .edit()
                .editFirstContainer()
                .withCommand("/usr/sbin/sshd")
                .withArgs("-De", "-f", "/home/mpiuser/.sshd_config")
                .endContainer()
                .build());

    assertThat(worker.getCommand()).startsWith(RECORDING).endsWith("sh", "/usr/sbin/sshd");
    assertThat(worker.getArgs()).containsExactly("-De", "-f", "/home/mpiuser/.sshd_config");
  }

  @Test
  void theServerAsArgumentsOfTheImagesEntryPointIsRecordedToo() {
    Container worker = worker(withArgs("/usr/sbin/sshd", "-De"));

    assertThat(worker.getCommand()).isEmpty();
    assertThat(worker.getArgs()).startsWith(RECORDING).endsWith("sh", "/usr/sbin/sshd", "-De");
  }

  @Test
  void otherArgumentsOfTheImagesEntryPointStay() {
    Container worker = worker(withArgs("serve"));

    assertThat(worker.getCommand()).isEmpty();
    assertThat(worker.getArgs()).containsExactly("serve");
  }

  @Test
  void aWorkerIsReadyOnceItListens() {
    Container worker = worker(pod());

    assertThat(worker.getStartupProbe().getTcpSocket().getPort().getIntVal()).isEqualTo(2222);
    assertThat(worker.getReadinessProbe()).isNull();
  }

  @Test
  void onlyTheFirstContainerIsAnMpiWorker() {
    assertThat(WorkerServer.run(pod(), ACCOUNT).getContainers().get(1))
        .isEqualTo(pod().getContainers().get(1));
  }

  private static Container worker(PodSpec pod) {
    return WorkerServer.run(pod, ACCOUNT).getContainers().getFirst();
  }

  private static PodSpec withArgs(String... arguments) {
    return pod().edit().editFirstContainer().withArgs(arguments).endContainer().build();
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
