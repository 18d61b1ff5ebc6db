package warren.cli.logs;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import warren.client.logs.ContainerAttempt;

/**
 * Which attempts a user asks for.
 *
 * @param rabbit only those on this Rabbit
 * @param container only those of this container
 * @param previous the attempt before the last one of each container, instead of the last one
 */
record AttemptChoice(Optional<String> rabbit, Optional<String> container, boolean previous) {
  AttemptChoice {
    requireNonNull(rabbit, "rabbit");
    requireNonNull(container, "container");
  }

  /** Whether an attempt's Rabbit and container are asked for. */
  boolean names(ContainerAttempt attempt) {
    return rabbit.map(name -> attempt.node().equals(Optional.of(name))).orElse(true)
        && container.map(attempt.container()::equals).orElse(true);
  }

  /** The attempts that are asked for: MPI launchers first, workers last. */
  List<ContainerAttempt> of(List<ContainerAttempt> all) {
    Map<ContainerAttempt.Series, List<ContainerAttempt>> series = new LinkedHashMap<>();
    all.stream()
        .filter(this::names)
        .sorted(
            Comparator.comparing(ContainerAttempt::created).thenComparing(ContainerAttempt::number))
        .forEach(
            attempt ->
                series.computeIfAbsent(attempt.series(), key -> new ArrayList<>()).add(attempt));
    return series.values().stream()
        .filter(attempts -> attempts.size() > (previous ? 1 : 0))
        .map(attempts -> attempts.get(attempts.size() - (previous ? 2 : 1)))
        .sorted(Comparator.comparing(ContainerAttempt::role))
        .toList();
  }

  /** Why nothing is chosen of these attempts. */
  String nothing(List<ContainerAttempt> all) {
    if (all.isEmpty()) {
      return "none of its containers has started";
    }
    List<String> rabbits = values(all, attempt -> attempt.node().orElse(attempt.pod()));
    if (rabbit.isPresent() && !rabbits.contains(rabbit.get())) {
      return "no container has started on '%s'; containers have started on %s"
          .formatted(rabbit.get(), String.join(", ", rabbits));
    }
    List<String> containers = values(all, ContainerAttempt::container);
    if (container.isPresent() && !containers.contains(container.get())) {
      return "no container named '%s' has started; those that have are %s"
          .formatted(container.get(), String.join(", ", containers));
    }
    return previous
        ? "no container has had an earlier attempt"
        : "the container '%s' has not started on '%s'"
            .formatted(container.orElse("?"), rabbit.orElse("?"));
  }

  private static List<String> values(
      List<ContainerAttempt> all, Function<ContainerAttempt, String> value) {
    return all.stream().map(value).distinct().sorted().toList();
  }
}
