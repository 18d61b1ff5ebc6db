package warren.operator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import warren.operator.decision.Action;
import warren.operator.decision.Decision;
import warren.operator.decision.Outcome;

/** What a decision says, for tests. */
final class Told {
  private Told() {}

  static List<String> names(Decision decision) {
    return decision.actions().stream()
        .<HasMetadata>map(
            action ->
                switch (action) {
                  case Action.Create create -> create.object();
                  case Action.Delete delete -> delete.object();
                  case Action.Replace replace -> replace.object();
                  case Action.End end -> end.pod();
                  case Action.Stop stop -> stop.job();
                  case Action.CopySecret copy ->
                      throw new IllegalArgumentException("storage copies no secrets: " + copy);
                })
        .map(object -> object.getMetadata().getName())
        .toList();
  }

  static String failure(Decision decision) {
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fail.class);
    return ((Outcome.Fail) decision.outcome()).findings().getFirst().message();
  }
}
