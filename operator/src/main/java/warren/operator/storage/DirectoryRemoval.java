package warren.operator.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warren.api.RabbitDirectory;
import warren.names.Names;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;

/**
 * Decides how storage in directories is removed: first the claim, so that no pod can mount it, then
 * the directories, then what says that there may be directories: the volume, and the objects by
 * which they were asked for. So removal can be taken up again at any point.
 */
final class DirectoryRemoval {
  /** Until directories that nobody reports on are looked after again. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final DirectoryObjects objects;

  DirectoryRemoval(DirectoryObjects objects) {
    this.objects = objects;
  }

  Decision decide(FoundStorage found, String title, Instant now) {
    if (found.claim().isPresent()) {
      return Decision.waitFor("The claim of " + title + " is being removed.")
          .with(List.of(new Action.Delete(found.claim().get())));
    }
    List<Action> actions = new ArrayList<>();
    Set<String> unfinished = new LinkedHashSet<>();
    for (String rabbit : found.rabbits()) {
      Optional<RabbitDirectory> directory = found.on(rabbit);
      if (directory.isEmpty()) {
        objects.absent(found, rabbit).map(Action.Create::new).ifPresent(actions::add);
      } else if (!RabbitDirectory.ABSENT.equals(directory.get().getSpec().state())) {
        actions.add(new Action.Replace(directory.get(), "/spec/state", RabbitDirectory.ABSENT));
      }
      if (directory.filter(DirectoryReports::isAbsent).isEmpty()) {
        unfinished.add(rabbit);
      }
    }
    if (!unfinished.isEmpty()) {
      return Decision.waitFor(message(found, title, unfinished), now.plus(PAUSE)).with(actions);
    }
    if (found.volume().isEmpty() && found.directories().isEmpty()) {
      return Decision.done();
    }
    // What is marked already is on its way.
    found
        .volume()
        .filter(volume -> !volume.isMarkedForDeletion())
        .ifPresent(volume -> actions.add(new Action.Delete(volume)));
    found.directories().stream()
        .filter(directory -> !directory.isMarkedForDeletion())
        .forEach(directory -> actions.add(new Action.Delete(directory)));
    return Decision.waitFor("The volume of " + title + " is being removed.").with(actions);
  }

  private static String message(FoundStorage found, String title, Set<String> unfinished) {
    boolean isStuck = unfinished.stream().anyMatch(found.complaints()::containsKey);
    return "The directories of "
        + title
        + " are being removed on "
        + found.told(unfinished)
        + "."
        + (isStuck
            ? " If that Rabbit is gone for good, an administrator has to take the finalizer "
                + Names.FINALIZER
                + " from the Workflow."
            : "");
  }
}
