package warren.operator.containers;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import warren.dw.Code;
import warren.dw.Finding;
import warren.names.Labels;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;
import warren.profile.FailureAction;

/**
 * Decides while the job's script runs: containers go on being tried, and what fails for good is
 * told at once. Pure.
 */
final class ScriptTime {
  private ScriptTime() {}

  static Decision decide(SeenContainers seen, Instant now) {
    return PostRun.obstacle(seen, now)
        .map(decision -> told(seen, decision))
        .orElseGet(() -> Decision.done(warnings(seen)).with(Endings.endHalves(seen)));
  }

  private static List<Finding> warnings(SeenContainers seen) {
    Stream<Finding> lost =
        Endings.lost(seen).stream()
            .map(
                words ->
                    Finding.warning(new Code("rabbit-lost"), words)
                        .hint("The job goes on when the Rabbit does."));
    return Stream.concat(Endings.shortOfMemory(seen).stream(), lost).toList();
  }

  /** A failure stops nothing yet: PostRun does, when the script has ended or was ended. */
  private static Decision told(SeenContainers seen, Decision decision) {
    if (!(decision.outcome() instanceof Outcome.Fail failed)) {
      return decision;
    }
    Decision news = Decision.done(failed.findings());
    return seen.plan().profile().onFailure() == FailureAction.END_JOB
        ? news.annotate(Labels.END_JOB, Integer.toString(seen.plan().directive().index()))
        : news;
  }
}
