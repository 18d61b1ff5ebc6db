package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What each ServiceAccount of Warren may do, namespace by namespace, equals {@code rights.txt}. A
 * new right is a line there, for somebody to look at.
 */
@ExtendWith(Lab.Extension.class)
class RightsTest {
  private static final String APPROVED = "system-tests/src/test/resources/warren/system/rights.txt";

  /**
   * Warren's own, the administrator's, two with workflows, and one that is none of its business.
   */
  private static final List<String> NAMESPACES =
      List.of("warren-system", "nnf-system", "default", "workflows-0", "kube-system");

  private final Lab lab;

  RightsTest(Lab lab) {
    this.lab = lab;
  }

  @Test
  void everyServiceAccountMayDoWhatIsApprovedAndNothingElse() throws IOException {
    String found = accounts().map(this::rights).collect(Collectors.joining("\n"));
    Path actual = lab.checkout().root().resolve("system-tests/target/rights.txt");
    Files.createDirectories(actual.getParent());
    Files.writeString(actual, found, StandardCharsets.UTF_8);

    assertThat(found)
        .as("%s, against %s", actual, APPROVED)
        .isEqualTo(
            Files.readString(lab.checkout().root().resolve(APPROVED), StandardCharsets.UTF_8));
  }

  private Stream<String> accounts() {
    return Stream.of("warren-system", "nnf-system", "workflows-0")
        .flatMap(
            namespace ->
                lab.client().serviceAccounts().inNamespace(namespace).list().getItems().stream()
                    .map(account -> namespace + ":" + account.getMetadata().getName())
                    .sorted());
  }

  private String rights(String account) {
    return NAMESPACES.stream()
        .map(namespace -> "== " + account + " in " + namespace + "\n" + rights(account, namespace))
        .collect(Collectors.joining("\n"));
  }

  /** kubectl's own table, its lines sorted, and its columns two blanks apart. */
  private String rights(String account, String namespace) {
    String rights = listed(account, namespace);
    return rights.isEmpty() ? "nothing\n" : rights;
  }

  private String listed(String account, String namespace) {
    return lab.cluster()
        .kubectl(
            List.of(
                "auth",
                "can-i",
                "--list",
                "--no-headers",
                "-n",
                namespace,
                "--as=system:serviceaccount:" + account))
        .orThrow("the rights of " + account + " in " + namespace)
        .lines()
        .map(line -> line.strip().replaceAll(" {2,}", "  "))
        .filter(line -> !isEverybodys(line))
        .sorted()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Discovery, and questions about oneself: what Kubernetes gives to all. */
  private static boolean isEverybodys(String line) {
    return line.startsWith("[") || line.startsWith("self") || line.startsWith("mutatingadmission");
  }
}
