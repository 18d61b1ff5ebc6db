package warren.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.RuleBook;
import warren.profile.AccessMode;
import warren.profile.Profiles;

/** Which paths a job may name, at a site that has file systems for all jobs. */
class GlobalPathsTest {
  private static final JobFacts SITE =
      new JobFacts(
          OptionalInt.empty(),
          Optional.empty(),
          List.of(
              new GlobalFileSystem("lus", "/lus", Set.of(AccessMode.READ_ONLY_MANY)),
              new GlobalFileSystem("home", "/lus/home", Set.of(AccessMode.READ_WRITE_MANY))));

  private static final String REFUSED =
      " is not supported yet: containers get the storage of jobdw directives only. Remove the"
          + " argument, or use a DW_JOB_ storage.";

  private static final FakeCatalog CATALOG =
      new FakeCatalog()
          .with(
              "prof",
              """
              spec: {containers: [{name: c, image: i}]}
              storages:
              - {name: DW_GLOBAL_write, optional: true}
              - {name: DW_GLOBAL_read, pvcMode: ReadOnlyMany, optional: true}
              """);

  static Stream<Arguments> paths() {
    return Stream.of(
        Arguments.of(
            "DW_GLOBAL_read=/lus2/x",
            "DW_GLOBAL_read=/lus2/x is on no global file system of this site. Containers can have"
                + " what is below /lus or /lus/home."),
        Arguments.of(
            "DW_GLOBAL_read=/lus/../etc",
            "DW_GLOBAL_read=/lus/../etc names no absolute path without '..'. Give the path as it is"
                + " on the computes."),
        Arguments.of("DW_GLOBAL_read=/lus", "DW_GLOBAL_read" + REFUSED),
        Arguments.of("DW_GLOBAL_read=/lus/homes", "DW_GLOBAL_read" + REFUSED),
        Arguments.of("DW_GLOBAL_read=/lus/home/ann", notGranted("read", "ReadOnly", "/lus/home")),
        Arguments.of("DW_GLOBAL_write=/lus/x", notGranted("write", "ReadWrite", "/lus")),
        Arguments.of("DW_GLOBAL_write=/lus/home", "DW_GLOBAL_write" + REFUSED));
  }

  private static String notGranted(String storage, String mode, String root) {
    return ("The profile mounts DW_GLOBAL_%s as %sMany, and the site does not grant that for %s."
            + " Tell your administrator, who can correct the profile's pvcMode.")
        .formatted(storage, mode, root);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void a_path_is_below_the_nearest_root_by_whole_names_and_granted_there(
      String argument, String sentence) {
    JobScript script =
        JobScript.ofDirectives(List.of("#DW container name=cc profile=prof " + argument));
    Planning planning =
        new Planner(CATALOG)
            .plan(
                new DirectiveReader(RuleBook.standard()).read(script),
                new UserIdentity(1050, 1051),
                SITE);
    assertThat(Profiles.sentences(planning.findings())).containsExactly(sentence);
  }
}
