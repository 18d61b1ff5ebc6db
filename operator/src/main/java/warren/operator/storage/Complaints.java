package warren.operator.storage;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import warren.operator.driver.ClusterView;
import warren.operator.driver.EventTimes;

/** Why Jobs for directories failed, or do not end: by their pods' last words, else by events. */
final class Complaints {
  /** Longer than such a Job takes when all is well. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Said of a Job that has failed, but not why. */
  private static final Set<String> WORTHLESS =
      Set.of("BackOff", "BackoffLimitExceeded", "DeadlineExceeded");

  /** The API server cuts the beginning of a name that it completes. */
  private static final int LONGEST_BEGINNING = 58;

  private static final int RANDOM_LETTERS = 5;

  private Complaints() {}

  /** By Rabbit; the cluster is asked only when something failed or is late. */
  static Map<String, String> of(List<DirectoryWork> work, ClusterView cluster, Instant now) {
    List<DirectoryWork> suspects =
        work.stream().filter(one -> one.progress().isWrong() || isLate(one, now)).toList();
    if (suspects.isEmpty()) {
      return Map.of();
    }
    List<Pod> pods = cluster.directoryPods();
    List<Event> warnings = cluster.systemWarnings();
    Map<String, String> complaints = new LinkedHashMap<>();
    for (DirectoryWork suspect : suspects) {
      pods.stream()
          .filter(pod -> pod.hasOwnerReferenceFor(suspect.job().getMetadata().getUid()))
          .flatMap(pod -> lastWords(pod).stream())
          .findFirst()
          .or(() -> told(suspect.job(), warnings))
          .ifPresent(words -> complaints.put(suspect.rabbit(), words));
    }
    return complaints;
  }

  private static boolean isLate(DirectoryWork work, Instant now) {
    String created = work.job().getMetadata().getCreationTimestamp();
    return work.progress().isUnderWay()
        && created != null
        && !now.isBefore(Instant.parse(created).plus(PATIENCE));
  }

  private static Optional<String> lastWords(Pod pod) {
    return pod.getStatus() == null
        ? Optional.empty()
        : pod.getStatus().getContainerStatuses().stream()
            .map(ContainerStatus::getState)
            .flatMap(state -> state == null ? Stream.of() : Stream.of(state))
            .flatMap(state -> Optional.ofNullable(state.getTerminated()).stream())
            .filter(end -> end.getExitCode() != 0)
            .flatMap(end -> Optional.ofNullable(end.getMessage()).stream())
            .map(String::strip)
            .filter(words -> !words.isEmpty())
            .findFirst();
  }

  private static Optional<String> told(Job job, List<Event> warnings) {
    return EventTimes.youngest(
            warnings.stream()
                .filter(event -> isAbout(event, job.getMetadata().getName()))
                .filter(event -> !WORTHLESS.contains(String.valueOf(event.getReason())))
                .filter(event -> event.getMessage() != null && !event.getMessage().isBlank())
                // "Error: ImagePullBackOff" and the like repeat an earlier event without its words.
                .filter(event -> !event.getMessage().startsWith("Error: "))
                .toList())
        .map(event -> event.getMessage().strip());
  }

  /** By name: a Job that ran out of time has no pods left to ask for their UIDs. */
  private static boolean isAbout(Event event, String job) {
    String name = String.valueOf(event.getInvolvedObject().getName());
    String beginning = job + "-";
    String cut = beginning.substring(0, Math.min(LONGEST_BEGINNING, beginning.length()));
    return name.equals(job)
        || (name.startsWith(cut) && name.length() == cut.length() + RANDOM_LETTERS);
  }
}
