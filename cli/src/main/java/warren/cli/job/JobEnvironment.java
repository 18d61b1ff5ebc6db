package warren.cli.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The environment of the job's processes: what a login gives, and what the workflow says. */
final class JobEnvironment {
  private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

  /** What is taken over from the caller: how to write, not where to look. */
  private static final List<String> TAKEN_OVER =
      List.of("TERM", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "NO_COLOR");

  private JobEnvironment() {}

  /**
   * The environment of the script.
   *
   * @param folder the job's private folder: its {@code bin} comes first on PATH, and it is the home
   *     of a user without account
   * @param compute the first compute's variables, of {@link ComputeEnvironments}
   */
  static Map<String, String> of(
      JobUser user, Path folder, Map<String, String> caller, Map<String, String> compute) {
    Map<String, String> environment = new LinkedHashMap<>();
    String name = user.account().map(Account::name).orElse(Long.toString(user.identity().uid()));
    environment.put("PATH", folder.resolve("bin") + ":" + PATH);
    environment.put("HOME", user.account().map(Account::home).orElse(folder.toString()));
    environment.put("USER", name);
    environment.put("LOGNAME", name);
    environment.put("SHELL", user.account().map(Account::shell).orElse("/bin/sh"));
    for (String variable : TAKEN_OVER) {
      if (caller.containsKey(variable)) {
        environment.put(variable, caller.get(variable));
      }
    }
    environment.putAll(compute);
    environment.put(JobFolder.VARIABLE, folder.toString());
    return environment;
  }
}
