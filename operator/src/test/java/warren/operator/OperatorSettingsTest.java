package warren.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warren.operator.OperatorSettings.LogFormat;
import warren.operator.OperatorSettings.Role;
import warren.operator.admission.certificates.Lifetimes;

final class OperatorSettingsTest {
  private static final Map<String, String> GIVEN = Map.of("POD_NAME", "warren-operator-x");

  @Test
  void allButTheImageAndThePodHaveDefaults() {
    OperatorSettings settings = OperatorSettings.from(GIVEN);

    assertThat(settings.roles()).containsExactlyInAnyOrder(Role.values());
    assertThat(settings.workflowNamespaces()).containsExactly("default");
    assertThat(settings.systemNamespace()).isEqualTo("warren-system");
    assertThat(settings.sharedRoot()).isEqualTo(Path.of("/mnt/warren/shared"));
    assertThat(settings.localRoot()).isEqualTo(Path.of("/mnt/warren/local"));
    assertThat(settings.containersPerJob()).isEqualTo(1);
    assertThat(settings.certificates()).isEqualTo(new Lifetimes(Duration.ofDays(90)));
    assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
  }

  @Test
  void listsMayHaveBlanks() {
    OperatorSettings settings =
        with(
            Map.of(
                "WARREN_ROLES", " containers, storage ,", "WARREN_WORKFLOW_NAMESPACES", "a, b-1"));

    assertThat(settings.roles()).containsExactlyInAnyOrder(Role.CONTAINERS, Role.STORAGE);
    assertThat(settings.workflowNamespaces()).containsExactlyInAnyOrder("a", "b-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WARREN_ROLES               | storrage  | WARREN_ROLES: there is no role 'storrage'; there are workflows, storage and containers.
          WARREN_ROLES               | ,         | WARREN_ROLES: name at least one of workflows, storage and containers.
          WARREN_WORKFLOW_NAMESPACES | ' '       | WARREN_WORKFLOW_NAMESPACES: name at least one namespace.
          WARREN_WORKFLOW_NAMESPACES | a,B       | WARREN_WORKFLOW_NAMESPACES: 'B' is not the name of a namespace.
          WARREN_SYSTEM_NAMESPACE    | a_b       | WARREN_SYSTEM_NAMESPACE: 'a_b' is not the name of a namespace.
          WARREN_SHARED_ROOT         | shared    | WARREN_SHARED_ROOT: 'shared' is not the absolute path of a folder below /.
          WARREN_SHARED_ROOT         | /         | WARREN_SHARED_ROOT: '/' is not the absolute path of a folder below /.
          WARREN_LOCAL_ROOT          | /a/../b   | WARREN_LOCAL_ROOT: '/a/../b' is not the absolute path of a folder below /.
          WARREN_CERTIFICATE_LIFETIME | 90d      | WARREN_CERTIFICATE_LIFETIME: '90d' is not a duration from PT12S to P365D, such as P90D or PT12H.
          WARREN_CERTIFICATE_LIFETIME | PT11S    | WARREN_CERTIFICATE_LIFETIME: 'PT11S' is not a duration from PT12S to P365D, such as P90D or PT12H.
          WARREN_CERTIFICATE_LIFETIME | P366D    | WARREN_CERTIFICATE_LIFETIME: 'P366D' is not a duration from PT12S to P365D, such as P90D or PT12H.
          WARREN_CONTAINERS_PER_JOB  | 0         | WARREN_CONTAINERS_PER_JOB: '0' is not a number from 1 to 64.
          WARREN_CONTAINERS_PER_JOB  | 65        | WARREN_CONTAINERS_PER_JOB: '65' is not a number from 1 to 64.
          WARREN_CONTAINERS_PER_JOB  | two       | WARREN_CONTAINERS_PER_JOB: 'two' is not a number from 1 to 64.
          WARREN_LOG_FORMAT          | JSON      | WARREN_LOG_FORMAT: 'JSON' is neither text nor json.
          POD_NAME                   | ''        | POD_NAME: has to be set; the deployment does so.
          """)
  void whatMakesNoSenseIsNamed(String name, String value, String says) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Map.of(name, value)))
        .withMessage(says);
  }

  @Test
  void allErrorsAreToldAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> OperatorSettings.from(Map.of("WARREN_ROLES", "x,y", "WARREN_LOCAL_ROOT", "z")))
        .withMessage(
            """
            WARREN_ROLES: there is no role 'x'; there are workflows, storage and containers.
            WARREN_ROLES: there is no role 'y'; there are workflows, storage and containers.
            WARREN_LOCAL_ROOT: 'z' is not the absolute path of a folder below /.
            POD_NAME: has to be set; the deployment does so.\
            """);
  }

  private static OperatorSettings with(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(GIVEN);
    environment.putAll(more);
    return OperatorSettings.from(environment);
  }
}
