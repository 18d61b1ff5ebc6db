package warren.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import warren.plan.UserIdentity;

/** Runs the worker's command and the login shell in this machine's shell, as an SSH server does. */
class RankShellTest {
  static final List<String> VALUES =
      List.of(
          "",
          "plain",
          "/opt/openmpi/bin:/usr/bin:/bin",
          "a=b=c",
          "  before and after  ",
          "a\ttab",
          "one\ntwo\n\n",
          "carriage\rreturn",
          "say \"hi\", it's",
          "'",
          "#hash # b",
          "$HOME ${HOME} $(id) `id`",
          "100%h %% %u",
          "back\\slash \\n end\\",
          ";|&<>*?~{}!",
          "Grüße, 世界");

  /** What OpenSSH 9.2 sets in a session. */
  private static final Map<String, String> OF_THE_SERVER =
      Map.of(
          "USER", "mpiuser",
          "LOGNAME", "mpiuser",
          "HOME", "/home/mpiuser",
          "PATH", "/usr/local/bin:/usr/bin:/bin:/usr/games",
          "SHELL", "/etc/warren/sh",
          "MAIL", "/var/mail/mpiuser",
          "SSH_CLIENT", "10.0.0.1 39000 2222",
          "SSH_CONNECTION", "10.0.0.1 39000 10.0.0.2 2222");

  private static final Account ACCOUNT =
      new Account("mpiuser", new UserIdentity(1050, 1051), RankShell.FILE);

  @TempDir Path home;

  @ParameterizedTest
  @FieldSource("VALUES")
  void aRankHasTheValuesOfItsContainer(String value) throws Exception {
    Map<String, String> container = Map.of("PATH", "/usr/bin:/bin", "APP_MODE", value);

    record(container);

    assertThat(session(OF_THE_SERVER)).isEqualTo(container);
  }

  @Test
  void whatTheServerSetsIsTheContainersWhereItHasIt() throws Exception {
    Map<String, String> container =
        Map.of("PATH", "/usr/bin:/bin", "HOME", "/app", "TZ", "Asia/Tokyo", "SSH_CLIENT", "mine");

    record(container);

    assertThat(session(OF_THE_SERVER)).isEqualTo(container);
  }

  @Test
  void aRankStartsInTheWorkingDirectoryOfItsContainer() throws Exception {
    record(Map.of("PATH", "/usr/bin:/bin"));

    assertThat(run(Map.of(), login("pwd"), Path.of("/tmp"))).isEqualTo(workingDirectory() + "\n");
  }

  @Test
  void withoutARecordTheSessionIsTheServers() throws Exception {
    assertThat(session(OF_THE_SERVER)).isEqualTo(OF_THE_SERVER);
  }

  @Test
  void argumentsAndExitStatusPass() throws Exception {
    record(Map.of("PATH", "/usr/bin:/bin"));
    ProcessBuilder exit = new ProcessBuilder(login("exit 7"));

    assertThat(exit.start().waitFor()).isEqualTo(7);
  }

  @Test
  void onlyTheUserReadsTheRecord() throws Exception {
    record(Map.of("PATH", "/usr/bin:/bin"));

    assertThat(Files.getPosixFilePermissions(home.resolve(".warren-environment")).toString())
        .doesNotContain("GROUP", "OTHERS");
  }

  private void record(Map<String, String> environment) throws IOException, InterruptedException {
    List<String> command =
        RankShell.recording(ACCOUNT, List.of("env", "-0")).stream().map(this::at).toList();
    Map<String, String> seen = variables(run(environment, command, workingDirectory()));
    assertThat(seen).as("the worker itself has its environment").isEqualTo(environment);
  }

  private Map<String, String> session(Map<String, String> ofServer)
      throws IOException, InterruptedException {
    return variables(run(ofServer, login("env -0"), Path.of("/")));
  }

  /** An SSH server runs a client's command as {@code SHELL -c COMMAND}. */
  private List<String> login(String command) throws IOException {
    Path shell = home.resolve("sh");
    Files.writeString(shell, at(RankShell.script(ACCOUNT)));
    assertThat(shell.toFile().setExecutable(true)).isTrue();
    return List.of(shell.toString(), "-c", command);
  }

  private String at(String text) {
    return text.replace(ACCOUNT.home(), home.toString());
  }

  private Path workingDirectory() throws IOException {
    return Files.createDirectories(home.resolve("work in here"));
  }

  private static String run(Map<String, String> environment, List<String> command, Path folder)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  /** Without those that every shell sets for itself. */
  private static Map<String, String> variables(String environment) {
    Map<String, String> variables = new TreeMap<>();
    Pattern.compile("([^=\0]+)=([^\0]*)\0")
        .matcher(environment)
        .results()
        .forEach(variable -> variables.put(variable.group(1), variable.group(2)));
    variables.keySet().removeAll(List.of("PWD", "OLDPWD", "SHLVL", "_"));
    return variables;
  }
}
