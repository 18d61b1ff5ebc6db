package warren.launch;

import java.util.ArrayList;
import java.util.List;
import warren.launch.ContainerFiles.File;
import warren.names.WorkflowIdentity;
import warren.plan.ContainerPlan;
import warren.plan.StorageUse;
import warren.profile.ProfileWorkload;

/** From a container plan and its Rabbits to a {@link Workload}. */
public final class Workloads {
  private Workloads() {}

  /**
   * Decides everything about the containers of a directive. The same inputs give equal workloads.
   * Whether the names involved can be used is {@link HostNames}' to say.
   *
   * @throws IllegalArgumentException for user 0, whom the planner has refused already
   */
  public static Workload shape(LaunchInputs inputs) {
    return switch (inputs.plan().profile().workload()) {
      case ProfileWorkload.Single single -> shape(inputs, single);
      case ProfileWorkload.Mpi mpi -> shape(inputs, mpi);
    };
  }

  private static SingleWorkload shape(LaunchInputs inputs, ProfileWorkload.Single single) {
    Account account = Account.of(inputs.plan().user(), "/bin/sh");
    List<Variable> variables = variables(inputs, inputs.rabbits());
    ContainerFiles files = new ContainerFiles(accountFiles(account));
    VolumeNames volumes = VolumeNames.of(inputs.plan().storages(), single.pod());
    return new SingleWorkload(
        setting(inputs, account, files, volumes, variables),
        inputs.rabbits(),
        PullSecretNames.in(single.pod(), inputs));
  }

  private static MpiWorkload shape(LaunchInputs inputs, ProfileWorkload.Mpi mpi) {
    Account account = Account.of(inputs.plan().user(), RankShell.FILE);
    List<Variable> variables =
        variables(inputs, JobEnvironment.mpiHosts(inputs.directive(), inputs.rabbits().size()));
    List<File> files = new ArrayList<>(accountFiles(account));
    files.add(new File("ssh_config", "/etc/ssh/ssh_config", SshConfiguration.client(account)));
    files.add(new File("sh", RankShell.FILE, RankShell.script(account), true));
    files.add(
        new File("sshd_config", SshConfiguration.SERVER_FILE, SshConfiguration.server(account)));
    VolumeNames volumes =
        VolumeNames.of(inputs.plan().storages(), mpi.launcher().getSpec(), mpi.worker().getSpec());
    return new MpiWorkload(
        setting(inputs, account, new ContainerFiles(files), volumes, variables),
        inputs.rabbits(),
        PullSecretNames.in(mpi.launcher(), inputs),
        PullSecretNames.in(mpi.worker(), inputs),
        mpi.slotsPerWorker(),
        mpi.implementation());
  }

  private static Setting setting(
      LaunchInputs inputs,
      Account account,
      ContainerFiles files,
      VolumeNames volumes,
      List<Variable> variables) {
    ContainerPlan plan = inputs.plan();
    return new Setting(
        inputs.directive(),
        plan.directive().name(),
        account,
        files,
        mounts(inputs, volumes),
        variables,
        List.of(
            new Variable.Text("HOME", account.home()),
            new Variable.Text("USER", account.name()),
            new Variable.Text("LOGNAME", account.name())),
        plan.profile().retryLimit(),
        plan.profile().preRunTimeout(),
        plan.profile().postRunTimeout(),
        plan.profile().limits().runTime());
  }

  private static List<File> accountFiles(Account account) {
    return List.of(
        new File("passwd", "/etc/passwd", account.passwd()),
        new File("group", "/etc/group", account.group()));
  }

  /** One mount a storage, also when the directive binds the same storage twice. */
  private static List<PodMount> mounts(LaunchInputs inputs, VolumeNames volumes) {
    return inputs.plan().storages().stream()
        .map(StorageUse::directive)
        .distinct()
        .map(
            directive -> new PodMount(volumes.ofStorage(directive), inputs.mounts().get(directive)))
        .toList();
  }

  private static List<Variable> variables(LaunchInputs inputs, List<String> hosts) {
    WorkflowIdentity workflow = inputs.workflow();
    List<Variable> variables = new ArrayList<>();
    for (StorageUse use : inputs.plan().storages()) {
      String path = inputs.mounts().get(use.directive()).path();
      variables.add(new Variable.Text(use.variable(), path));
    }
    JobEnvironment.inContainers(inputs.directive(), hosts)
        .forEach((name, value) -> variables.add(new Variable.Text(name, value)));
    variables.add(new Variable.Text("DW_WORKFLOW_NAME", workflow.name()));
    variables.add(new Variable.Text("DW_WORKFLOW_NAMESPACE", workflow.namespace()));
    variables.add(new Variable.NodeName("NNF_NODE_NAME"));
    return variables;
  }
}
