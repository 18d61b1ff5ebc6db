package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import warren.cluster.Registry;

/** The administrator's commands for pull secrets, at a real API server and a real registry. */
@Execution(ExecutionMode.SAME_THREAD) // one secret for all tests
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretCommandTest {
  private static final String SECRET = "made-by-command";
  private static final String PROFILE = "secret-command";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int REFUSED = 120;
  private static final int TROUBLE = 123;

  private final Lab lab;
  private final Registry registry;

  SecretCommandTest(Lab lab) {
    this.lab = lab;
    this.registry = lab.cluster().registry();
  }

  @BeforeEach
  void profile() {
    new Profiles(lab).put(PROFILE, Profiles.IMAGE, SECRET, "retryLimit: 0", List.of("/bin/true"));
  }

  @AfterEach
  void remove() {
    lab.client().secrets().inNamespace("nnf-system").withName(SECRET).delete();
  }

  @Test
  void aSecretIsMadeTriedAndReplaced() throws IOException {
    assertThat(check(REFUSED))
        .contains(
            "pull secret 'made-by-command': missing in namespace default and in namespace"
                + " nnf-system",
            Profiles.IMAGE + ": the registry wants credentials");

    assertThat(create(0, "not the password"))
        .contains("secret made-by-command in namespace nnf-system is made: " + registry.username());
    assertThat(check(REFUSED))
        .contains(
            Profiles.IMAGE
                + ": the registry refuses the credentials of the pull secret 'made-by-command'");

    assertThat(create(REFUSED, registry.password()))
        .contains("exists already; to replace it, say --replace");
    assertThat(create(0, registry.password(), "--replace")).contains("is replaced");
    assertThat(check(0))
        .contains(Profiles.IMAGE + ": found with the pull secret 'made-by-command' (sha256:");
  }

  @Test
  void whereNodesAloneKnowTheRegistryThatIsSaid() throws IOException {
    create(0, registry.password());
    assertThat(run(TROUBLE, Path.of("/dev/null"), List.of("secret", "check", PROFILE)))
        .contains(
            "the registry does not answer at https://" + registry.nodeName(),
            "say --endpoint " + registry.nodeName() + "=URL");
  }

  private String create(int status, String password, String... more) throws IOException {
    Path input = Scratch.file("password", ".txt");
    Files.writeString(input, password + "\n");
    List<String> command =
        new ArrayList<>(
            List.of(
                "secret",
                "create",
                SECRET,
                "--server=" + registry.nodeName(),
                "--username=" + registry.username(),
                "--password-stdin"));
    command.addAll(List.of(more));
    String output = run(status, input, command);
    assertThat(output).doesNotContain(password);
    return output;
  }

  private String check(int status) {
    return run(
        status,
        Path.of("/dev/null"),
        List.of(
            "secret",
            "check",
            PROFILE,
            "--endpoint=" + registry.nodeName() + "=http://" + registry.localAddress()));
  }

  private String run(int status, Path input, List<String> command) {
    List<String> line = new ArrayList<>(command);
    line.add("--kubeconfig=" + lab.cluster().kubeconfigFile());
    Warren warren = Warren.start(line, input);
    assertThat(warren.exitStatus(PATIENCE)).as(warren.output()).isEqualTo(status);
    System.out.printf(
        "%s: exit status %d%n%s%n", String.join(" ", command), status, warren.output());
    return warren.output();
  }
}
