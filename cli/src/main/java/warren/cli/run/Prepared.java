package warren.cli.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import warren.cli.site.ClusterAccess;
import warren.cli.site.RunnerSite;
import warren.dw.ContainerDw;
import warren.dw.JobScript;
import warren.plan.ComputePlace;
import warren.plan.ContainerPlan;
import warren.plan.WorkflowPlan;

/**
 * A job that passed every check: what is needed to run it.
 *
 * @param computes those it plays, in order
 * @param verbose show all that containers print
 */
record Prepared(
    Job job,
    JobScript script,
    WorkflowPlan plan,
    List<ComputePlace> computes,
    RunnerSite site,
    ClusterAccess cluster,
    Optional<LogFolder> logs,
    boolean keep,
    boolean verbose) {
  Prepared {
    requireNonNull(job, "job");
    requireNonNull(script, "script");
    requireNonNull(plan, "plan");
    requireNonNull(site, "site");
    requireNonNull(cluster, "cluster");
    requireNonNull(logs, "logs");
    computes = List.copyOf(computes);
  }

  /** The names of the container directives by their index, where there are several; else none. */
  Map<String, String> containerNames() {
    return plan.containers().size() < 2
        ? Map.of()
        : plan.containers().stream()
            .map(ContainerPlan::directive)
            .collect(
                Collectors.toMap(
                    container -> Integer.toString(container.index()), ContainerDw::name));
  }
}
