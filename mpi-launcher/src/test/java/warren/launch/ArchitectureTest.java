package warren.launch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "warren.launch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule onlyModelsAndNoClient =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "warren..", "org.kubeflow..", "io.fabric8.kubernetes.api..", "java..");

  @ArchTest
  static final ArchRule nothingOfTheOperatorOrItsNeighbours =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "warren.operator..", "warren.client..", "warren.cluster..", "warren.cli..");

  @ArchTest
  static final ArchRule nobodyAsksForTheTime =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule aWorkloadKnowsNothingOfItsRendering =
      noClasses()
          .that()
          .resideInAPackage("warren.launch")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("warren.launch.*..", "org.kubeflow..");

  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("warren.launch.(**)").should().beFreeOfCycles();
}
