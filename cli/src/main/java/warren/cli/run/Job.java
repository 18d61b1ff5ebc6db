package warren.cli.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import warren.cli.job.JobUser;

/** A script to be run as a user; a class and not a record for the sake of its bytes. */
final class Job {
  private final JobUser user;
  private final byte[] script;
  private final List<String> arguments;
  private final Map<String, String> environment;

  /**
   * A script to be run.
   *
   * @param environment the caller's own
   */
  Job(JobUser user, byte[] script, List<String> arguments, Map<String, String> environment) {
    this.user = requireNonNull(user, "user");
    this.script = script.clone();
    this.arguments = List.copyOf(arguments);
    this.environment = Map.copyOf(environment);
  }

  JobUser user() {
    return user;
  }

  byte[] script() {
    return script.clone();
  }

  List<String> arguments() {
    return arguments;
  }

  Map<String, String> environment() {
    return environment;
  }
}
