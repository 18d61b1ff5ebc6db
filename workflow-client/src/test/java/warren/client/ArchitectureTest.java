package warren.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;

@AnalyzeClasses(packages = "warren.client", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_RESOURCE_STANDS_BETWEEN_US_AND_THE_OPERATOR =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.javaoperatorsdk..", "org.quartz..", "warren.launch..", "warren.operator..");

  @ArchTest
  static final ArchRule VIEWS_ARE_COMPUTED_FROM_RESOURCES_ONLY =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("View")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8.kubernetes.client..");

  /** {@link warren.apiserver.ApiFailure} is the one place that judges failed requests. */
  @ArchTest
  static final ArchRule NOBODY_COMPARES_ANSWERS_OF_THE_API_SERVER =
      noClasses()
          .should()
          .callMethod(KubernetesClientException.class, "getCode")
          .orShould()
          .callMethod(KubernetesClientException.class, "getStatus");

  @ArchTest
  static final ArchRule TIME_IS_AN_ARGUMENT = noClasses().should().callMethod(Instant.class, "now");
}
