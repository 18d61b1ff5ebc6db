package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A state that a rule's driver wants to be told of, as the rule writes it. DWS takes the words as
 * they are; one that is no state makes Kubernetes refuse every workflow that meets the rule.
 *
 * @param word one of {@link WorkflowState}'s words, where the rule is in order
 */
public record WatchState(String word) {
  public WatchState {
    requireNonNull(word, "word");
  }

  /** The states of a rule's {@code watchStates}: cut at commas, nothing trimmed; empty is none. */
  public static List<WatchState> list(String watchStates) {
    return watchStates.isEmpty()
        ? List.of()
        : Arrays.stream(watchStates.split(",", -1)).map(WatchState::new).toList();
  }

  /** The state meant; empty for a word that names none. */
  public Optional<WorkflowState> state() {
    return WorkflowState.of(word);
  }

  @Override
  public String toString() {
    return word;
  }
}
