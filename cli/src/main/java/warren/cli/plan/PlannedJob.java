package warren.cli.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import warren.dw.Finding;
import warren.dw.JobDw;
import warren.dw.JobScript;
import warren.launch.HostNames;
import warren.launch.LaunchInputs;
import warren.launch.Workload;
import warren.launch.Workloads;
import warren.names.WorkflowIdentity;
import warren.plan.ComputePlace;
import warren.plan.ContainerPlan;
import warren.plan.UserIdentity;
import warren.plan.WorkflowPlan;

/**
 * What a job would do.
 *
 * @param workflow the placeholder that stands for the job's workflow
 * @param computes the job's, in order, at least one
 */
record PlannedJob(
    JobScript script,
    WorkflowPlan plan,
    UserIdentity user,
    WorkflowIdentity workflow,
    List<ComputePlace> computes) {
  PlannedJob {
    requireNonNull(script, "script");
    requireNonNull(plan, "plan");
    requireNonNull(user, "user");
    requireNonNull(workflow, "workflow");
    computes = List.copyOf(computes);
    if (computes.isEmpty()) {
      throw new IllegalArgumentException("a job has at least one compute");
    }
  }

  /**
   * A name and a UID that no workflow has, of the length that those of {@code warren run} have.
   *
   * @param namespace where the job's workflow would be
   */
  static WorkflowIdentity placeholder(String namespace) {
    return new WorkflowIdentity(
        namespace, "warren-run-000000", "00000000-0000-0000-0000-000000000000");
  }

  /** The Rabbits of the job's computes, in their order, each once. */
  List<String> rabbits() {
    return computes.stream().map(ComputePlace::rabbit).distinct().toList();
  }

  /** The storage directives. */
  List<JobDw> storages() {
    return plan.directives().stream()
        .flatMap(any -> any instanceof JobDw job ? Stream.of(job) : Stream.empty())
        .toList();
  }

  /** What a container directive becomes. */
  Workload workload(ContainerPlan container) {
    return Workloads.shape(new LaunchInputs(workflow, container, rabbits()));
  }

  /** Why the cluster would not take what this plan makes. */
  List<Finding> findings() {
    return plan.containers().stream()
        .flatMap(container -> HostNames.check(workload(container)).stream())
        .toList();
  }
}
