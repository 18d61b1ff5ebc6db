package warren.cli.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import warren.cli.site.ClusterAccess;
import warren.cli.site.RunnerSite;
import warren.dw.JobScript;
import warren.plan.ComputePlace;
import warren.plan.WorkflowPlan;

/**
 * A job that passed every check: what is needed to run it.
 *
 * @param computes those it plays, in order
 */
record Prepared(
    Job job,
    JobScript script,
    WorkflowPlan plan,
    List<ComputePlace> computes,
    RunnerSite site,
    ClusterAccess cluster,
    Optional<LogFolder> logs,
    boolean keep) {
  Prepared {
    requireNonNull(job, "job");
    requireNonNull(script, "script");
    requireNonNull(plan, "plan");
    requireNonNull(site, "site");
    requireNonNull(cluster, "cluster");
    requireNonNull(logs, "logs");
    computes = List.copyOf(computes);
  }
}
