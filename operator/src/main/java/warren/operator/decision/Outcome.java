package warren.operator.decision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import warren.dw.Finding;

/** How far a driver is with one of its entries. */
public sealed interface Outcome {
  /**
   * The driver has done its part in this state.
   *
   * @param env variables for the job's processes, to be added to those of the workflow
   * @param news what the user has to know all the same
   */
  record Done(Map<String, String> env, List<Finding> news) implements Outcome {
    public Done {
      env = Map.copyOf(env);
      news = List.copyOf(news);
    }

    /** Done, and nothing to say. */
    public Done(Map<String, String> env) {
      this(env, List.of());
    }
  }

  /**
   * Something has to happen first; a change in the cluster asks the driver again.
   *
   * @param reason for the user: what is waited for
   * @param askAgain when to ask although nothing has changed: a deadline
   */
  record Wait(String reason, Optional<Instant> askAgain) implements Outcome {
    public Wait {
      requireNonNull(askAgain, "askAgain");
      if (reason.isBlank()) {
        throw new IllegalArgumentException("whoever waits says what for");
      }
    }
  }

  /**
   * Something could not be read or created just now; the driver tries again by itself.
   *
   * @param finding what could not be done and why
   * @param since when this first went wrong
   * @param again when the driver tries again
   */
  record Retry(Finding finding, Instant since, Instant again) implements Outcome {
    public Retry {
      requireNonNull(finding, "finding");
      requireNonNull(since, "since");
      requireNonNull(again, "again");
    }
  }

  /**
   * It cannot be done.
   *
   * @param findings why, at least one
   */
  record Fail(List<Finding> findings) implements Outcome {
    public Fail {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("whoever fails says why");
      }
    }
  }
}
