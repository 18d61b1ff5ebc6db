package warren.operator.storage;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.Optional;

/**
 * A Job that makes or removes directories on a Rabbit.
 *
 * @param progress how far it is
 */
record DirectoryWork(Job job, Verb verb, String rabbit, Progress progress) {
  /** Annotation of the Job: what it does. */
  static final String VERB = "warren.internal/directory-verb";

  /** Annotation of the Job: where it does it. */
  static final String RABBIT = "warren.internal/rabbit";

  /** What is done to the directories. */
  enum Verb {
    MAKE("make"),
    REMOVE("remove");

    private final String word;

    Verb(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** How far such a Job is. */
  enum Progress {
    ACTIVE,
    /** It has failed, but a pod may still be at work: that of a node which is away, for ever. */
    FAILING,
    COMPLETE,
    FAILED;

    /** Whether a pod may still be at work. */
    boolean isUnderWay() {
      return this == ACTIVE || this == FAILING;
    }

    boolean isWrong() {
      return this == FAILING || this == FAILED;
    }
  }

  DirectoryWork {
    requireNonNull(job, "job");
    requireNonNull(verb, "verb");
    requireNonNull(rabbit, "rabbit");
    requireNonNull(progress, "progress");
  }

  /** What this Job is, or empty when it is not one of ours. */
  static Optional<DirectoryWork> of(Job job) {
    var annotations = job.getMetadata().getAnnotations();
    if (annotations == null || annotations.get(RABBIT) == null) {
      return Optional.empty();
    }
    Verb verb = Verb.MAKE.word().equals(annotations.get(VERB)) ? Verb.MAKE : Verb.REMOVE;
    return Optional.of(new DirectoryWork(job, verb, annotations.get(RABBIT), progress(job)));
  }

  boolean isBeingDeleted() {
    return job.isMarkedForDeletion();
  }

  private static Progress progress(Job job) {
    if (job.getStatus() == null) {
      return Progress.ACTIVE;
    }
    Progress progress = Progress.ACTIVE;
    for (JobCondition condition : job.getStatus().getConditions()) {
      if ("True".equals(condition.getStatus())) {
        switch (condition.getType()) {
          case "Complete" -> {
            return Progress.COMPLETE;
          }
          case "Failed" -> {
            return Progress.FAILED;
          }
          case "FailureTarget" -> progress = Progress.FAILING;
          default -> {
            // SuccessCriteriaMet: the end is near, but its pods still run.
          }
        }
      }
    }
    return progress;
  }
}
