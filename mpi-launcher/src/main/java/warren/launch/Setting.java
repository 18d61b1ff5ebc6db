package warren.launch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import warren.names.DirectiveIdentity;
import warren.names.WorkflowIdentity;

/**
 * What all containers of a container directive have in common: on whose behalf they run, what they
 * see, and for how long they may take.
 *
 * @param directive the container directive
 * @param name its {@code name=}
 * @param files the user's account and what else must be the same in every image
 * @param mounts the storages, each mount path and each volume name once
 * @param variables set in every container, in this order; a profile cannot change them
 * @param defaults set in every container whose profile does not set the same name
 * @param retryLimit how often a failed container is tried again; 0 means never
 * @param preRunTimeout from entering PreRun until the containers run; zero means no limit
 * @param postRunTimeout from entering PostRun until they have ended; zero means do not wait
 * @param runTime how long they may run in all, tries that failed included; empty means no limit
 */
public record Setting(
    DirectiveIdentity directive,
    String name,
    Account account,
    ContainerFiles files,
    List<PodMount> mounts,
    List<Variable> variables,
    List<Variable> defaults,
    int retryLimit,
    Duration preRunTimeout,
    Duration postRunTimeout,
    Optional<Duration> runTime) {
  public Setting {
    requireNonNull(directive, "directive");
    requireNonNull(name, "name");
    requireNonNull(account, "account");
    requireNonNull(files, "files");
    requireNonNull(runTime, "runTime");
    mounts = List.copyOf(mounts);
    variables = List.copyOf(variables);
    defaults = List.copyOf(defaults);
    if (retryLimit < 0 || preRunTimeout.isNegative() || postRunTimeout.isNegative()) {
      throw new IllegalArgumentException("limits are not negative");
    }
    if (mounts.stream().map(PodMount::path).distinct().count() < mounts.size()
        || mounts.stream().map(PodMount::volume).distinct().count() < mounts.size()) {
      throw new IllegalArgumentException("a mount path or a volume stands twice in " + mounts);
    }
  }

  /** The workflow that the containers belong to. */
  public WorkflowIdentity workflow() {
    return directive.workflow();
  }
}
