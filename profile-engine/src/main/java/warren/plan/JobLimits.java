package warren.plan;

import java.util.ArrayList;
import java.util.List;
import warren.dw.Finding;
import warren.profile.ProfileLimits;
import warren.profile.ResolvedProfile;

/** Whether a job is within the limits of a profile. */
public final class JobLimits {
  private JobLimits() {}

  /** An error for every limit that the job exceeds, as far as it is known how large the job is. */
  public static List<Finding> check(ResolvedProfile profile, JobFacts job) {
    ProfileLimits limits = profile.limits();
    List<Finding> findings = new ArrayList<>();
    if (job.nodes().orElse(0) > limits.nodes().orElse(Integer.MAX_VALUE)) {
      findings.add(
          Refusals.overLimit(
              profile.name(),
              limits.nodes().getAsInt() + " nodes",
              Integer.toString(job.nodes().getAsInt())));
    }
    limits
        .runTime()
        .filter(most -> job.runTime().filter(time -> time.compareTo(most) > 0).isPresent())
        .ifPresent(
            most ->
                findings.add(
                    Refusals.overLimit(
                        profile.name(),
                        "a run time of " + most.toSeconds() + " seconds",
                        Long.toString(job.runTime().get().toSeconds()))));
    return findings;
  }
}
