package warren.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import warren.dw.ContainerDw;
import warren.dw.Directive;
import warren.dw.Finding;
import warren.dw.JobDw;
import warren.dw.Reading;
import warren.dw.Registration;
import warren.dw.WarrenDrivers;
import warren.profile.ProfileCatalog;

/**
 * Resolves a workflow's directives against the profiles. The same answer for the same reading, user
 * and profiles.
 */
public final class Planner {
  private final ProfileChoice profiles;

  /**
   * @param catalog asked once a container directive, and for hints
   */
  public Planner(ProfileCatalog catalog) {
    this.profiles = new ProfileChoice(requireNonNull(catalog, "catalog"));
  }

  /**
   * A plan, or every error at once. The reading's own findings are among the answer's; those of the
   * planner speak of a directive's index and have no place.
   */
  public Planning plan(Reading reading, UserIdentity user) {
    return plan(reading, user, JobFacts.UNKNOWN);
  }

  /**
   * The same, of a job and a site of which more is known.
   *
   * @param job checked against the limits of profiles, and the paths of global storages
   */
  public Planning plan(Reading reading, UserIdentity user, JobFacts job) {
    requireNonNull(user, "user");
    requireNonNull(job, "job");
    List<Finding> findings = new ArrayList<>(reading.findings());
    List<ContainerPlan> containers = new ArrayList<>();
    Map<Integer, List<Registration>> drivers =
        reading.registrations().stream().collect(groupingBy(Registration::directive));
    for (Directive directive : reading.directives()) {
      if (WarrenDrivers.areForeign(drivers.getOrDefault(directive.index(), List.of()))) {
        continue; // what only other drivers act on is theirs to judge
      }
      findings.addAll(SupportedDirectives.check(directive));
      if (directive instanceof ContainerDw container) {
        resolve(container, reading, user, job, findings).ifPresent(containers::add);
      }
    }
    // Stable: findings about one directive stay in the order they were made.
    findings.sort(Comparator.comparing(finding -> finding.directive().orElse(-1)));
    boolean refused = findings.stream().anyMatch(Finding::isError);
    return new Planning(
        refused
            ? Optional.empty()
            : Optional.of(new WorkflowPlan(reading.directives(), containers)),
        findings);
  }

  private Optional<ContainerPlan> resolve(
      ContainerDw container,
      Reading reading,
      UserIdentity user,
      JobFacts job,
      List<Finding> findings) {
    if (user.uid() == 0) {
      findings.add(Refusals.userZero().about(container.index()));
    }
    List<JobDw> storages =
        reading.directives().stream()
            .flatMap(any -> any instanceof JobDw storage ? Stream.of(storage) : Stream.empty())
            .toList();
    ProfileChoice.Choice choice = profiles.choose(container, user);
    StorageBinder.Bound bound =
        StorageBinder.bind(container, choice.profile(), storages, reading, job.fileSystems());
    Stream.of(
            choice.findings(),
            choice.profile().map(profile -> JobLimits.check(profile, job)).orElse(List.of()),
            bound.findings())
        .flatMap(List::stream)
        .map(finding -> finding.about(container.index()))
        .forEach(findings::add);
    return choice
        .profile()
        .map(
            profile ->
                new ContainerPlan(
                    container, reading.ordinal(container.index()), profile, bound.uses(), user));
  }
}
