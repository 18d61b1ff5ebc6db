package warren.client;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import warren.api.Workflow;
import warren.dw.WorkflowState;
import warren.names.Labels;

/**
 * A workflow and its pods as last seen.
 *
 * @param workflow empty when there is none (any more)
 */
public record Observation(Optional<Workflow> workflow, List<Pod> pods) {
  public Observation {
    requireNonNull(workflow, "workflow");
    pods = List.copyOf(pods);
  }

  /** Whether the workflow exists and nobody has asked for its deletion. */
  public boolean isLive() {
    return workflow.filter(w -> !w.isMarkedForDeletion()).isPresent();
  }

  /** Whether its containers have failed, and their profile wants the job's script ended. */
  public boolean endsJob() {
    return workflow
        .map(seen -> seen.getMetadata().getAnnotations())
        .filter(annotations -> annotations.containsKey(Labels.END_JOB))
        .isPresent();
  }

  /** The view of the workflow, when there is one. */
  public Optional<WorkflowView> view(Instant now) {
    return workflow.map(w -> WorkflowView.of(w, pods, now));
  }

  /** What is to be said of waiting for {@code state} now; empty while it goes on. */
  Optional<StateResult> resultOf(WorkflowState state, Instant now) {
    if (!isLive()) {
      return Optional.of(new StateResult.Gone());
    }
    WorkflowView view = view(now).orElseThrow();
    if (!view.state().equals(Optional.of(state))) {
      return Optional.empty();
    }
    if (view.ready()) {
      return Optional.of(new StateResult.Ready(workflow.orElseThrow().getStatus().env()));
    }
    return view.condition() == Condition.ERROR
        ? Optional.of(new StateResult.Failed(view))
        : Optional.empty();
  }
}
