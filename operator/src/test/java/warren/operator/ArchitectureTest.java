package warren.operator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "warren.operator", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule onlyTheLoopKnowsTheOperatorSdk =
      noClasses()
          .that()
          .resideOutsideOfPackage("warren.operator.loop..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.javaoperatorsdk..");

  @ArchTest
  static final ArchRule onlyTheDeadlinesKnowQuartz =
      noClasses()
          .that()
          .resideOutsideOfPackage("warren.operator.deadlines..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..");

  @ArchTest
  static final ArchRule workflowsKnowsNoOtherRole = stranger("workflows", "storage", "containers");

  @ArchTest
  static final ArchRule storageKnowsNoOtherRole = stranger("storage", "workflows", "containers");

  @ArchTest
  static final ArchRule containersKnowsNoOtherRole = stranger("containers", "workflows", "storage");

  /** {@link warren.apiserver.ApiFailure} is the one place that judges failed requests. */
  @ArchTest
  static final ArchRule nobodyComparesAnswersOfTheApiServer =
      noClasses()
          .should()
          .callMethod(KubernetesClientException.class, "getCode")
          .orShould()
          .callMethod(KubernetesClientException.class, "getStatus");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("warren.operator.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule timeIsAnArgument =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("warren.operator.Main")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  private static ArchRule stranger(String role, String... others) {
    return noClasses()
        .that()
        .resideInAPackage("warren.operator." + role + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "warren.operator." + others[0] + "..", "warren.operator." + others[1] + "..");
  }
}
