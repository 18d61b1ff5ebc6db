package warren.operator.storage;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;
import warren.dw.WorkflowState;
import warren.names.StoragePaths;
import warren.operator.decision.Action;
import warren.operator.decision.Action.Propagation;
import warren.operator.decision.Decision;
import warren.operator.decision.Ownership;
import warren.operator.storage.DirectoryWork.Progress;
import warren.operator.storage.DirectoryWork.Verb;

/** Decides about a storage directive in a state of the workflow. Pure. */
final class StorageDecisions {
  private static final String JOB_VARIABLE = "DW_JOB_";

  /** Between two looks at Jobs that do not end; what ails them comes without ringing. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final StorageObjects objects;
  private final StorageRemoval removal;

  StorageDecisions(StorageObjects objects) {
    this.objects = objects;
    this.removal = new StorageRemoval(objects);
  }

  Decision decide(WorkflowState state, SeenStorage seen, Instant now) {
    return switch (state) {
      case PROPOSAL, DATA_IN, POST_RUN, DATA_OUT -> Decision.done();
      case SETUP -> seen.computes().isEmpty() ? Decision.done() : provide(seen, Map.of(), now);
      case PRE_RUN -> provide(seen, variable(seen), now);
      case TEARDOWN -> removal.decide(seen, now);
    };
  }

  private Decision provide(SeenStorage seen, Map<String, String> env, Instant now) {
    Optional<Finding> nowhere =
        seen.places()
            .problem(seen.workflow().name(), "to hold the storage " + seen.directive().name());
    if (nowhere.isPresent()) {
      return Decision.fail(nowhere.get());
    }
    return seen.claim()
        .map(claim -> offer(seen, claim, env))
        .orElseGet(() -> directories(seen, now));
  }

  private Decision directories(SeenStorage seen, Instant now) {
    List<Action> missing = new ArrayList<>();
    List<String> active = new ArrayList<>();
    for (String rabbit : seen.rabbits()) {
      Optional<DirectoryWork> work = seen.work(Verb.MAKE, rabbit);
      if (work.isPresent() && work.get().progress().isWrong()) {
        return Decision.fail(failed(seen, rabbit));
      }
      if (work.isEmpty()) {
        missing.add(new Action.Create(objects.job(seen, Verb.MAKE, rabbit)));
      }
      if (work.isEmpty() || work.get().progress() == Progress.ACTIVE) {
        active.add(rabbit);
      }
    }
    return active.isEmpty()
        ? Decision.waitFor("The storage " + seen.directive().name() + " is being bound.")
            .with(List.of(new Action.Create(objects.claim(seen))))
        : Decision.waitFor(
                "The storage "
                    + seen.directive().name()
                    + " is being made on "
                    + seen.told(active)
                    + ".",
                now.plus(LOOK))
            .with(missing);
  }

  private Decision offer(SeenStorage seen, PersistentVolumeClaim claim, Map<String, String> env) {
    if (!Ownership.isOf(claim, seen.workflow())) {
      return Decision.waitFor("A claim of an earlier workflow is still being removed.")
          .with(List.of(new Action.Create(objects.claim(seen))));
    }
    String made = claim.getMetadata().getAnnotations().getOrDefault(StorageObjects.RABBITS, "");
    if (!List.of(made.split(",")).containsAll(seen.rabbits())) {
      return Decision.fail(
          error(
              "computes-changed",
              Blame.WLM,
              "The job's computes were changed after the storage "
                  + seen.directive().name()
                  + " had been made on "
                  + made
                  + ".",
              "The workload manager must not change the computes after Setup."));
    }
    if (seen.volume().isEmpty()) {
      return Decision.waitFor("The storage " + seen.directive().name() + " is being bound.")
          .with(List.of(new Action.Create(objects.volume(seen, claim))));
    }
    // Only now: these Jobs are what tells, until there is a volume, that there may be directories.
    List<Action> finished =
        seen.work(Verb.MAKE).stream()
            .filter(work -> !work.isBeingDeleted())
            .<Action>map(work -> new Action.Delete(work.job(), Propagation.BACKGROUND))
            .toList();
    String phase = claim.getStatus() == null ? "" : claim.getStatus().getPhase();
    return "Bound".equals(phase)
        ? Decision.done(env).with(finished)
        : Decision.waitFor("The storage " + seen.directive().name() + " is being bound.")
            .with(finished);
  }

  private static Finding failed(SeenStorage seen, String rabbit) {
    String why = seen.complaints().get(rabbit);
    return error(
        "storage-not-made",
        Blame.INTERNAL,
        "The storage "
            + seen.directive().name()
            + " could not be made on "
            + rabbit
            + (why == null ? "." : ": " + why),
        "An administrator has to look at the storage root of that Rabbit.");
  }

  private static Map<String, String> variable(SeenStorage seen) {
    return Map.of(
        JOB_VARIABLE + seen.directive().name().replace('-', '_'),
        StoragePaths.mountPath(seen.workflow().uid(), seen.directive().index()));
  }

  private static Finding error(String code, Blame blame, String message, String hint) {
    return Finding.error(new Code(code), blame, message).hint(hint);
  }
}
