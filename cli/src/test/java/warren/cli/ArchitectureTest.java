package warren.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.InstantSource;

@AnalyzeClasses(packages = "warren.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_OPERATOR_IS_ANOTHER_PROGRAM =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("warren.operator..", "io.javaoperatorsdk..", "org.quartz..");

  @ArchTest
  static final ArchRule SHOWING_KNOWS_NO_CLUSTER =
      noClasses()
          .that()
          .resideInAPackage("warren.cli.show..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.fabric8..", "warren.cli.run..", "warren.cli.site..");

  @ArchTest
  static final ArchRule RUNNING_A_JOB_KNOWS_NO_LOCAL_CLUSTER =
      noClasses()
          .that()
          .resideInAnyPackage("warren.cli.run..", "warren.cli.job..", "warren.cli.site..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("warren.cluster..");

  /** {@link warren.apiserver.ApiFailure} is the one place that judges failed requests. */
  @ArchTest
  static final ArchRule NOBODY_COMPARES_ANSWERS_OF_THE_API_SERVER =
      noClasses()
          .should()
          .callMethod(KubernetesClientException.class, "getCode")
          .orShould()
          .callMethod(KubernetesClientException.class, "getStatus");

  @ArchTest
  static final ArchRule TIME_IS_AN_ARGUMENT =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(InstantSource.class, "system");
}
