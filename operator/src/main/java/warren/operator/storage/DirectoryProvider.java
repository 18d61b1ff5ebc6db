package warren.operator.storage;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.api.RabbitDirectory;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.JobDw;
import warren.launch.DirectoryMounts;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;

/**
 * Storage in directories of the nodes. The agent on each Rabbit makes the directories that
 * RabbitDirectory objects ask for; a claim and a volume offer them to pods.
 */
final class DirectoryProvider implements StorageProvider {
  /** A directory that could not be made for so long is given up. */
  static final Duration FAILURE = Duration.ofSeconds(20);

  /** An agent that has not answered for so long is given up. */
  static final Duration SILENCE = Duration.ofMinutes(2);

  /** Until directories that nobody reports on are looked after again. */
  private static final Duration LOOK = Duration.ofSeconds(4);

  private final DirectoryObjects objects;
  private final DirectoryRemoval removal;

  DirectoryProvider(StorageSettings settings) {
    this.objects = new DirectoryObjects(settings);
    this.removal = new DirectoryRemoval(objects);
  }

  @Override
  public boolean provides(JobDw directive) {
    return true; // the only kind so far
  }

  @Override
  public boolean recognizes(FoundStorage found) {
    return found.volume().isEmpty() || objects.root(found).isPresent();
  }

  @Override
  public Decision remove(FoundStorage found, String title, Instant now) {
    return removal.decide(found, title, now);
  }

  /** Directories, claim and volume come at the same time; all have to be there at the end. */
  @Override
  public Provision provide(StorageRequest request, Instant now) {
    String name = request.directive().name();
    Optional<Finding> wrong = wrong(request, now);
    if (wrong.isPresent()) {
      return new Provision.Unfinished(Decision.fail(wrong.get()));
    }
    List<Action> actions = new ArrayList<>();
    Set<String> unsettled = new LinkedHashSet<>();
    for (String rabbit : request.rabbits()) {
      Optional<RabbitDirectory> directory = request.found().on(rabbit);
      if (directory.isEmpty()) {
        actions.add(new Action.Create(objects.directory(request, rabbit)));
      }
      if (directory.filter(DirectoryReports::isPresent).isEmpty()) {
        unsettled.add(rabbit);
      }
    }
    Optional<PersistentVolumeClaim> claim = request.found().claim();
    if (claim.isEmpty()) {
      actions.add(new Action.Create(objects.claim(request)));
    } else if (request.found().volume().isEmpty()) {
      actions.add(new Action.Create(objects.volume(request, claim.get())));
    }
    if (!unsettled.isEmpty()) {
      return unfinished(
          "The storage " + name + " is being made on " + request.found().told(unsettled) + ".",
          actions,
          now);
    }
    return claim.filter(DirectoryProvider::isBound).isPresent() && actions.isEmpty()
        ? new Provision.Offered(DirectoryMounts.of(request.workflow(), request.directive().index()))
        : unfinished("The storage " + name + " is being bound.", actions, now);
  }

  /** The alarm is for agents: what they do not do comes without ringing. */
  private static Provision unfinished(String reason, List<Action> actions, Instant now) {
    return new Provision.Unfinished(Decision.waitFor(reason, now.plus(LOOK)).with(actions));
  }

  private static boolean isBound(PersistentVolumeClaim claim) {
    return claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase());
  }

  private Optional<Finding> wrong(StorageRequest request, Instant now) {
    return request
        .places()
        .problem(request.workflow().name(), "to hold the storage " + request.directive().name())
        .or(() -> moved(request))
        .or(() -> failed(request, now));
  }

  private Optional<Finding> moved(StorageRequest request) {
    Optional<List<String>> made = request.found().claim().map(FoundStorage::rabbits);
    boolean isElsewhere =
        (made.isPresent() && !made.get().containsAll(request.rabbits()))
            || request.rabbits().stream()
                .flatMap(rabbit -> request.found().on(rabbit).stream())
                .anyMatch(
                    there ->
                        !there
                            .getSpec()
                            .computeDirectories()
                            .containsAll(
                                objects
                                    .directory(request, there.getSpec().rabbit())
                                    .getSpec()
                                    .computeDirectories()));
    return isElsewhere
        ? Optional.of(
            error(
                "computes-changed",
                Blame.WLM,
                "The job's computes were changed after the storage "
                    + request.directive().name()
                    + " had been made on "
                    + String.join(",", made.orElseGet(request::rabbits))
                    + ".",
                "The workload manager must not change the computes after Setup."))
        : Optional.empty();
  }

  private static Optional<Finding> failed(StorageRequest request, Instant now) {
    return request.rabbits().stream()
        .flatMap(rabbit -> request.found().on(rabbit).stream())
        .filter(directory -> !DirectoryReports.isPresent(directory))
        .filter(
            directory ->
                DirectoryReports.age(directory, now)
                        .compareTo(
                            DirectoryReports.failure(directory).isPresent() ? FAILURE : SILENCE)
                    >= 0)
        .findFirst()
        .map(directory -> directory.getSpec().rabbit())
        .map(
            rabbit -> {
              String why = request.found().complaints().get(rabbit);
              return error(
                  "storage-not-made",
                  Blame.INTERNAL,
                  "The storage "
                      + request.directive().name()
                      + " could not be made on "
                      + rabbit
                      + (why == null ? "." : ": " + why),
                  "An administrator has to look at the storage root of that Rabbit.");
            });
  }

  private static Finding error(String code, Blame blame, String message, String hint) {
    return Finding.error(new Code(code), blame, message).hint(hint);
  }
}
