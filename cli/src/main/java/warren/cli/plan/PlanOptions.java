package warren.cli.plan;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import warren.cli.job.ScriptOptions;
import warren.cli.profile.ProfileSource;
import warren.cli.site.ContainerLimitOption;
import warren.plan.UserIdentity;

/**
 * What the user asks of {@code warren plan}.
 *
 * @param scripts how the script is read
 * @param profiles where they are; the machine is asked for where the cluster is
 * @param containers how many container directives the job may have
 * @param nodes for how many computes, at least 1
 * @param machine the file of a SystemConfiguration, beside a folder of profiles only
 */
record PlanOptions(
    Path script,
    ScriptOptions scripts,
    ProfileSource profiles,
    ContainerLimitOption containers,
    int nodes,
    Optional<Path> machine,
    Optional<UserIdentity> user,
    PlanForm form) {
  PlanOptions {
    requireNonNull(script, "script");
    requireNonNull(scripts, "scripts");
    requireNonNull(profiles, "profiles");
    requireNonNull(containers, "containers");
    requireNonNull(user, "user");
    requireNonNull(form, "form");
    if (nodes < 1) {
      throw new IllegalArgumentException("a job has at least one compute");
    }
    if (machine.isPresent() && profiles.folder().isEmpty()) {
      throw new IllegalArgumentException("a cluster has a machine of its own");
    }
  }
}
