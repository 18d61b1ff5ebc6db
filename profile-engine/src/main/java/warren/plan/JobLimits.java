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
              counted(limits.nodes().getAsInt(), "node"),
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
                        "a run time of " + counted(most.toSeconds(), "second"),
                        Long.toString(job.runTime().get().toSeconds()))));
    return findings;
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
