package warren.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "warren", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] TESTCONTAINERS_OWNERS = {
    "NodeContainers", "ClusterStart", "Starting", "Testcontainers", "LocalDockerStrategy"
  };

  @ArchTest
  static final ArchRule KNOWS_NOTHING_ELSE_OF_WARREN =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("warren..")
          .orShould()
          .resideInAPackage("warren.cluster..");

  @ArchTest
  static final ArchRule FEW_KNOW_TESTCONTAINERS =
      noClasses()
          .that()
          .haveNameNotMatching(
              "warren\\.cluster\\.("
                  + String.join("|", List.of(TESTCONTAINERS_OWNERS))
                  + ")(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.testcontainers..");
}
