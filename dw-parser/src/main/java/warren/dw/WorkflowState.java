package warren.dw;

import java.util.Arrays;
import java.util.Optional;

/** The states of a Workflow, in the order DWS walks them. */
public enum WorkflowState {
  PROPOSAL("Proposal"),
  SETUP("Setup"),
  DATA_IN("DataIn"),
  PRE_RUN("PreRun"),
  POST_RUN("PostRun"),
  DATA_OUT("DataOut"),
  TEARDOWN("Teardown");

  private final String word;

  WorkflowState(String word) {
    this.word = word;
  }

  /** The word in {@code spec.desiredState}, {@code status.state} and {@code watchStates}. */
  public String word() {
    return word;
  }

  /** The state of this word, spelled exactly; empty for any other text. */
  public static Optional<WorkflowState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
  }

  /** The state after this one; empty for Teardown. */
  public Optional<WorkflowState> next() {
    return Optional.ofNullable(
        switch (this) {
          case PROPOSAL -> SETUP;
          case SETUP -> DATA_IN;
          case DATA_IN -> PRE_RUN;
          case PRE_RUN -> POST_RUN;
          case POST_RUN -> DATA_OUT;
          case DATA_OUT -> TEARDOWN;
          case TEARDOWN -> null;
        });
  }

  @Override
  public String toString() {
    return word;
  }
}
