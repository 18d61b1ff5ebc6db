package warren.cli.show;

import java.util.Map;
import warren.client.logs.ContainerAttempt;

/**
 * Says which container a log is of: {@code rabbit-0/main}, or {@code rabbit-0/indexer/main} where
 * the job has several container directives.
 *
 * @param directives the names of the container directives by their index; empty where there is one
 */
public record LogOrigin(Map<String, String> directives) {
  public LogOrigin {
    directives = Map.copyOf(directives);
  }

  /** The origin of an attempt's log: the pod's name stands for a node that is not known. */
  public String of(ContainerAttempt attempt) {
    return attempt.node().orElse(attempt.pod())
        + "/"
        + attempt.directive().map(directives::get).map(name -> name + "/").orElse("")
        + attempt.container();
  }
}
