package warren.operator.storage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import warren.api.RabbitDirectory;

/** What agents report about directories, and which agents do not answer. Pure. */
final class DirectoryReports {
  /** Longer than an agent takes that is there. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private DirectoryReports() {}

  /** Whether the directory is there, as its object asks for. */
  static boolean isPresent(RabbitDirectory directory) {
    return isSettled(directory) && RabbitDirectory.PRESENT.equals(directory.getSpec().state());
  }

  /** Whether the directory is not there any more, as its object asks for. */
  static boolean isAbsent(RabbitDirectory directory) {
    return isSettled(directory) && RabbitDirectory.ABSENT.equals(directory.getSpec().state());
  }

  private static boolean isSettled(RabbitDirectory directory) {
    return isCurrent(directory)
        && directory.getSpec().state().equals(directory.getStatus().phase());
  }

  /** Why what is asked for now could not be done. */
  static Optional<String> failure(RabbitDirectory directory) {
    return isCurrent(directory) && RabbitDirectory.FAILED.equals(directory.getStatus().phase())
        ? Optional.of(Optional.ofNullable(directory.getStatus().message()).orElse("no reason"))
        : Optional.empty();
  }

  /** How long ago the directory was asked for first. */
  static Duration age(RabbitDirectory directory, Instant now) {
    String created = directory.getMetadata().getCreationTimestamp();
    return created == null ? Duration.ZERO : Duration.between(Instant.parse(created), now);
  }

  private static boolean isCurrent(RabbitDirectory directory) {
    return directory.getStatus() != null
        && directory.getMetadata().getGeneration() != null
        && directory
            .getMetadata()
            .getGeneration()
            .equals(directory.getStatus().observedGeneration());
  }

  /**
   * What is wrong, by Rabbit.
   *
   * @param since when what is asked for now can have been asked for at the earliest
   * @param agents the agents' pods; asked for only when one does not answer
   */
  static Map<String, String> complaints(
      List<RabbitDirectory> directories, Instant since, Supplier<List<Pod>> agents, Instant now) {
    Map<String, String> complaints = new LinkedHashMap<>();
    List<String> silent =
        directories.stream()
            .filter(directory -> !isSettled(directory))
            .filter(
                directory -> {
                  Optional<String> failure = failure(directory);
                  failure.ifPresent(words -> complaints.put(directory.getSpec().rabbit(), words));
                  return failure.isEmpty();
                })
            .filter(directory -> age(directory, now).compareTo(PATIENCE) >= 0)
            .filter(directory -> !now.isBefore(since.plus(PATIENCE)))
            .map(directory -> directory.getSpec().rabbit())
            .toList();
    if (!silent.isEmpty()) {
      List<Pod> pods = agents.get();
      silent.forEach(
          rabbit -> absence(rabbit, pods).ifPresent(words -> complaints.put(rabbit, words)));
    }
    return complaints;
  }

  /** Since when no agent works there; empty when one does, which then is busy. */
  private static Optional<String> absence(String rabbit, List<Pod> pods) {
    List<Pod> there =
        pods.stream()
            .filter(pod -> pod.getSpec() != null && rabbit.equals(pod.getSpec().getNodeName()))
            .filter(pod -> !pod.isMarkedForDeletion())
            .toList();
    if (there.isEmpty()) {
      return Optional.of("no Warren agent runs on this Rabbit");
    }
    List<PodCondition> ready = there.stream().flatMap(DirectoryReports::readiness).toList();
    if (ready.stream().anyMatch(condition -> "True".equals(condition.getStatus()))) {
      return Optional.empty();
    }
    return Optional.of(
        ready.stream()
            .flatMap(condition -> Optional.ofNullable(condition.getLastTransitionTime()).stream())
            .findFirst()
            .or(() -> there.stream().findFirst().map(DirectoryReports::created))
            .map(since -> "the Warren agent on this Rabbit is away since " + since)
            .orElse("the Warren agent on this Rabbit is away"));
  }

  private static Stream<PodCondition> readiness(Pod pod) {
    return pod.getStatus() == null
        ? Stream.of()
        : pod.getStatus().getConditions().stream()
            .filter(condition -> "Ready".equals(condition.getType()));
  }

  private static String created(HasMetadata object) {
    return object.getMetadata().getCreationTimestamp();
  }
}
