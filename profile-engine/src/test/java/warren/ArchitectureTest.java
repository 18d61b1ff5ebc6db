package warren;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;

@AnalyzeClasses(
    packages = {
      "warren.api",
      "warren.apiserver",
      "warren.names",
      "warren.profile",
      "warren.plan",
      "warren.yaml",
      "warren.rules",
      "warren.submission"
    },
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_CATALOG_SEES_THE_CLIENT =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "warren.profile.catalog", "warren.apiserver", "warren.apiserver.exact")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.fabric8.kubernetes.client..")
                  .and(not(Predicates.type(CustomResource.class))));

  @ArchTest
  static final ArchRule WHAT_A_FAILURE_MEANS_IS_TOLD_WITHOUT_ASKING =
      noClasses()
          .that()
          .resideInAPackage("warren.apiserver")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.fabric8.kubernetes.client..")
                  .and(not(Predicates.type(KubernetesClientException.class))));

  /** {@link warren.apiserver.ApiFailure} is the one place that judges failed requests. */
  @ArchTest
  static final ArchRule ONLY_THE_JUDGE_COMPARES_ANSWERS_OF_THE_API_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("warren.apiserver")
          .should()
          .callMethod(KubernetesClientException.class, "getCode")
          .orShould()
          .callMethod(KubernetesClientException.class, "getStatus");

  @ArchTest
  static final ArchRule ONLY_MODELS_EXTEND_A_CUSTOM_RESOURCE =
      noClasses()
          .that()
          .resideOutsideOfPackage("warren.api")
          .should()
          .beAssignableTo(CustomResource.class);

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_OPERATORS_LIBRARIES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javaoperatorsdk..", "org.quartz..", "org.testcontainers..");

  @ArchTest
  static final ArchRule NAMES_AND_MODELS_KNOW_NOTHING_ABOVE_THEM =
      noClasses()
          .that()
          .resideInAnyPackage("warren.api", "warren.names")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("warren.profile..", "warren.plan..");

  @ArchTest
  static final ArchRule ONE_PACKAGE_SEES_THE_YAML_LIBRARY =
      noClasses()
          .that()
          .resideOutsideOfPackage("warren.yaml")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule PROFILES_KNOW_NO_PLANS =
      noClasses()
          .that()
          .resideInAPackage("warren.profile..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("warren.plan..");
}
