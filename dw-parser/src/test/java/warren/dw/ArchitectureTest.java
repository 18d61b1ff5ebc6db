package warren.dw;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "warren", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_ANTLR_AND_RE2J_ARE_USED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..", "warren.dw..", "org.antlr.v4.runtime..", "com.google.re2j..");

  @ArchTest
  static final ArchRule ONLY_THE_ADAPTER_SEES_ANTLR_AND_WHAT_IT_MADE =
      noClasses()
          .that()
          .resideInAPackage("warren.dw")
          .and()
          .doNotHaveFullyQualifiedName("warren.dw.DirectiveSyntax")
          .and()
          .doNotHaveFullyQualifiedName("warren.dw.DirectiveSyntax$ArgumentVisitor")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.antlr..", "warren.dw.grammar..");

  @ArchTest
  static final ArchRule NOTHING_PUBLIC_SHOWS_ANTLR =
      noClasses()
          .that()
          .resideInAPackage("warren.dw")
          .and()
          .arePublic()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.antlr..", "warren.dw.grammar..");

  @ArchTest
  static final ArchRule NOTHING_STATIC_CAN_BE_ASSIGNED =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("warren.dw")
          .and()
          .areStatic()
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule NOTHING_IS_READ_FROM_FILES_CLOCKS_OR_THE_ENVIRONMENT =
      noClasses()
          .that()
          .resideInAPackage("warren.dw")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.time..", "java.net..");
}
