package warren.cli.plan;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import warren.plan.UserIdentity;

/**
 * What the user asks of {@code warren plan}.
 *
 * @param profiles a folder of profiles, or one file; without it the site's cluster is asked
 * @param nodes for how many computes, at least 1
 * @param machine the file of a SystemConfiguration, beside {@code profiles} only
 */
record PlanOptions(
    Path script,
    Optional<Path> profiles,
    int nodes,
    Optional<Path> machine,
    Optional<UserIdentity> user,
    Optional<Path> site,
    PlanForm form) {
  PlanOptions {
    requireNonNull(script, "script");
    requireNonNull(user, "user");
    requireNonNull(site, "site");
    requireNonNull(form, "form");
    if (nodes < 1) {
      throw new IllegalArgumentException("a job has at least one compute");
    }
    if (machine.isPresent() && profiles.isEmpty()) {
      throw new IllegalArgumentException("a cluster has a machine of its own");
    }
  }
}
