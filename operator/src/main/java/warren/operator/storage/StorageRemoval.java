package warren.operator.storage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.names.Names;
import warren.operator.decision.Action;
import warren.operator.decision.Action.Propagation;
import warren.operator.decision.Decision;
import warren.operator.storage.DirectoryWork.Progress;
import warren.operator.storage.DirectoryWork.Verb;

/**
 * Decides how a storage directive goes, one thing after the other: containers, claim, directories,
 * volume, Jobs. That directories may be there is told by the volume, or by the Jobs that make them,
 * and both stay until the directories are gone; so it can be taken up again at any point.
 */
final class StorageRemoval {
  /** Between two tries to remove directories, once one has failed for good. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final StorageObjects objects;

  StorageRemoval(StorageObjects objects) {
    this.objects = objects;
  }

  Decision decide(SeenStorage seen, Instant now) {
    String name = seen.directive().name();
    if (!seen.containersGone()) {
      return Decision.waitFor("The containers have to go before the storage " + name + ".");
    }
    if (seen.claim().isPresent()) {
      return Decision.waitFor("The claim of the storage " + name + " is being removed.")
          .with(List.of(new Action.Delete(seen.claim().get(), Propagation.BACKGROUND)));
    }
    List<String> making =
        seen.work(Verb.MAKE).stream()
            .filter(work -> work.progress().isUnderWay())
            .map(DirectoryWork::rabbit)
            .toList();
    if (!making.isEmpty()) {
      return Decision.waitFor(
          "The storage " + name + " is still being made on " + seen.told(making) + ".",
          now.plus(PAUSE));
    }
    return seen.volume().isPresent() || !seen.work(Verb.MAKE).isEmpty()
        ? directories(seen, now)
        : jobs(seen);
  }

  private Decision directories(SeenStorage seen, Instant now) {
    List<Action> actions = new ArrayList<>();
    Set<String> unfinished = new LinkedHashSet<>();
    Optional<DirectoryWork> failed = Optional.empty();
    for (String rabbit : rabbits(seen)) {
      Optional<DirectoryWork> work = seen.work(Verb.REMOVE, rabbit);
      if (work.isEmpty()) {
        actions.add(new Action.Create(objects.job(seen, Verb.REMOVE, rabbit)));
      } else if (work.get().progress() == Progress.FAILED) {
        failed = work;
      }
      if (work.isEmpty() || work.get().progress() != Progress.COMPLETE) {
        unfinished.add(rabbit);
      }
    }
    if (failed.isPresent()) {
      return again(seen, failed.get(), actions, now);
    }
    if (unfinished.isEmpty()) {
      seen.volume().ifPresent(volume -> actions.add(background(volume)));
      seen.work(Verb.MAKE).forEach(work -> actions.add(background(work.job())));
    }
    return Decision.waitFor(
            "The directories of the storage "
                + seen.directive().name()
                + " are being removed"
                + (unfinished.isEmpty() ? "" : " on " + seen.told(unfinished))
                + ".",
            now.plus(PAUSE))
        .with(actions);
  }

  private static Decision again(
      SeenStorage seen, DirectoryWork failed, List<Action> actions, Instant now) {
    String why = seen.complaints().get(failed.rabbit());
    Instant retry = ended(failed).map(end -> end.plus(PAUSE)).orElse(now);
    if (!now.isBefore(retry)) {
      actions.add(new Action.Delete(failed.job(), Propagation.BACKGROUND));
    }
    return Decision.waitFor(
            "The directories of the storage "
                + seen.directive().name()
                + " could not be removed on "
                + failed.rabbit()
                + (why == null ? "" : " (" + why + ")")
                + "; it will be tried again. If that Rabbit is gone for good, an administrator has to"
                + " take the finalizer "
                + Names.FINALIZER
                + " from the Workflow.",
            now.isBefore(retry) ? retry : now.plus(PAUSE))
        .with(actions);
  }

  private static Optional<Instant> ended(DirectoryWork work) {
    return work.job().getStatus().getConditions().stream()
        .filter(condition -> "Failed".equals(condition.getType()))
        .flatMap(condition -> Optional.ofNullable(condition.getLastTransitionTime()).stream())
        .map(Instant::parse)
        .findFirst();
  }

  private static Decision jobs(SeenStorage seen) {
    if (seen.work().isEmpty()) {
      return Decision.done();
    }
    return Decision.waitFor("The last Jobs of the storage are being removed.")
        .with(
            seen.work().stream()
                .filter(work -> !work.isBeingDeleted())
                .map(work -> new Action.Delete(work.job(), Propagation.FOREGROUND))
                .toList());
  }

  /** Where directories may be: where the volume says, and where a Job was to make them. */
  private static Set<String> rabbits(SeenStorage seen) {
    Set<String> rabbits = new LinkedHashSet<>();
    seen.volume()
        .map(volume -> volume.getMetadata().getAnnotations().get(StorageObjects.RABBITS))
        .ifPresent(names -> rabbits.addAll(List.of(names.split(","))));
    seen.work(Verb.MAKE).forEach(work -> rabbits.add(work.rabbit()));
    return rabbits;
  }

  private static Action background(HasMetadata object) {
    return new Action.Delete(object, Propagation.BACKGROUND);
  }
}
