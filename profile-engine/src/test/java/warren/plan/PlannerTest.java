package warren.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import warren.dw.Blame;
import warren.dw.DirectiveReader;
import warren.dw.FileSystemType;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.Rule;
import warren.dw.RuleBook;
import warren.dw.RuleObject;
import warren.dw.WatchState;
import warren.profile.Profiles;

class PlannerTest {
  private static final UserIdentity USER = new UserIdentity(1050, 1051);
  private static final String LUSTRE = "#DW jobdw type=lustre capacity=1GB name=my-storage";
  private static final String POD = "spec: {containers: [{name: c, image: i}]}\n";
  private static final FakeCatalog CATALOG =
      new FakeCatalog()
          .with(
              "slushy",
              POD
                  + "storages: [{name: DW_JOB_foo_local_storage}, {name: DW_JOB_more, optional:"
                  + " true}, {name: DW_PERSISTENT_old, optional: true}, {name: DW_GLOBAL_all,"
                  + " optional: true}]")
          .with("secret-one", POD + "userID: 7")
          .with("theirs", POD + "groupID: 8")
          .with("listed", POD + "users: ['1000-1009', '7']\ngroups: ['2000']")
          .with("hidden-1", POD + "userID: 7")
          .with("hidden-12", POD)
          .with("small", POD + "limits: {nodes: 2, runSeconds: 60}")
          .with("broken", POD + "numPorts: 1");

  @Test
  void a_container_gets_the_storages_its_directive_binds() {
    Planning planning =
        plan(
            USER,
            "#DW jobdw type=gfs2 capacity=1GB name=other",
            LUSTRE,
            "#DW container name=cc profile=slushy DW_JOB_foo_local_storage=my-storage"
                + " DW_JOB_more=other");
    assertThat(planning.findings()).isEmpty();
    assertThat(planning.plan().orElseThrow().directives()).hasSize(3);
    ContainerPlan container = planning.plan().orElseThrow().containers().get(0);
    assertThat(container.directive().index()).isEqualTo(2);
    assertThat(container.profile().name()).isEqualTo("slushy");
    assertThat(container.user()).isEqualTo(USER);
    assertThat(container.storages())
        .containsExactly(
            new StorageUse(
                "DW_JOB_foo_local_storage", "foo-local-storage", 1, FileSystemType.LUSTRE),
            new StorageUse("DW_JOB_more", "more", 0, FileSystemType.GFS2));
  }

  @Test
  void storage_of_type_xfs_may_stand_beside_what_the_container_uses() {
    Planning planning =
        plan(
            USER,
            "#DW jobdw type=xfs capacity=1GB name=scratch",
            LUSTRE,
            "#DW container name=cc profile=slushy DW_JOB_foo_local_storage=my-storage");

    assertThat(planning.findings()).isEmpty();
    assertThat(planning.plan().orElseThrow().containers().getFirst().storages())
        .extracting(StorageUse::directive)
        .containsExactly(1);
  }

  @Test
  void a_workflow_without_containers_is_a_plan_whoever_the_user_is() {
    Planning planning = plan(new UserIdentity(0, 0), LUSTRE);
    assertThat(planning.findings()).isEmpty();
    assertThat(planning.plan().orElseThrow().containers()).isEmpty();
  }

  /** Directives, and the sentence of the one error, about the last directive. */
  private record Case(List<String> directives, String sentence) {}

  private static Case container(String arguments, String sentence) {
    return new Case(List.of(LUSTRE, "#DW container name=cc " + arguments), sentence);
  }

  private static Case directive(String text, String sentence) {
    return new Case(List.of(text), sentence);
  }

  static Stream<Case> refused() {
    return Stream.of(
        container(
            "profile=slushy",
            "The container profile 'slushy' requires the storage DW_JOB_foo_local_storage. Add"
                + " DW_JOB_foo_local_storage=<name of a storage directive> to the container"
                + " directive."),
        container(
            "profile=slushy DW_JOB_foo_local_storage=my-storage DW_JOB_mare=my-storage",
            "The storage DW_JOB_mare was not found in the container profile 'slushy'. Did you mean"
                + " DW_JOB_more?"),
        container(
            "profile=slushy DW_JOB_foo_local_storage=my-storage DW_JOB_unrelated=my-storage",
            "The storage DW_JOB_unrelated was not found in the container profile 'slushy'. Remove"
                + " the argument, or use a profile that names it."),
        container(
            "profile=slushy DW_JOB_foo_local_storage=my-storage DW_GLOBAL_all=/lus",
            "DW_GLOBAL_all is not supported yet: containers get the storage of jobdw directives"
                + " only. Remove the argument, or use a DW_JOB_ storage."),
        container(
            "profile=slushie", "There is no container profile 'slushie'. Did you mean 'slushy'?"),
        container(
            "profile=something-else",
            "There is no container profile 'something-else'. Ask your administrator which profiles"
                + " there are."),
        container(
            "profile=secret-two",
            "There is no container profile 'secret-two'. Ask your administrator which profiles"
                + " there are."),
        container(
            "profile=secret-one",
            "The container profile 'secret-one' is restricted to user 7. Use another profile, or"
                + " ask your administrator."),
        container(
            "profile=listed",
            "The container profile 'listed' is restricted to users 1000-1009, 7 or group 2000. Use"
                + " another profile, or ask your administrator."),
        container(
            "profile=theirs",
            "The container profile 'theirs' is restricted to group 8. Use another profile, or ask"
                + " your administrator."),
        directive(
            "#DW jobdw type=raw capacity=1GB name=my-storage",
            "The file system type raw is not supported: Warren's storage is directories, which"
                + " cannot be block devices. Use type=lustre, type=gfs2 or type=xfs."),
        directive(
            LUSTRE + " requires=copy-offload",
            "requires=copy-offload is not supported yet. Remove it from the jobdw directive."),
        directive(
            "#DW create_persistent type=lustre capacity=1GB name=old",
            "The directive create_persistent is not supported yet. Remove it: jobdw and container"
                + " are supported."),
        directive(
            "#DW persistentdw name=old",
            "The directive persistentdw is not supported yet. Remove it: jobdw and container are"
                + " supported."));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Case given) {
    Planning planning = plan(USER, given.directives().toArray(String[]::new));
    List<Finding> errors = planning.findings().stream().filter(Finding::isError).toList();
    assertThat(planning.plan()).isEmpty();
    assertThat(Profiles.sentences(errors)).containsExactly(given.sentence());
    assertThat(errors.get(0).directive()).contains(given.directives().size() - 1);
    assertThat(errors.get(0).blame()).isEqualTo(Blame.USER);
  }

  @Test
  void a_user_of_a_listed_group_may_use_a_profile() {
    UserIdentity member = new UserIdentity(1050, 1051, List.of(100L, 2000L));
    assertThat(plan(member, "#DW container name=cc profile=listed").plan()).isPresent();
  }

  /** Faults quote what the profile says, which is not for outsiders. */
  @ParameterizedTest
  @CsvSource({
    "'users: [\"1000-1999\"]', 1050, 'retryLimit is'",
    "'users: [\"1000-1999\"]', 5, 'is restricted to users 1000-1999'",
    "'users: [1000]', 1000, 'has a fault where it says who may use it, so nobody may'",
    "'users: []', 5, 'has a fault where it says who may use it, so nobody may'",
    "'userId: 1000', 1000, 'has a fault where it says who may use it, so nobody may'",
    "'groupID: much', 1000, 'has a fault where it says who may use it, so nobody may'",
  })
  void faults_of_a_profile_are_for_its_users_alone(String users, long uid, String words) {
    FakeCatalog catalog = new FakeCatalog().with("faulty", POD + "retryLimit: much\n" + users);
    Reading reading = read("#DW container name=cc profile=faulty");
    Planning planning = new Planner(catalog).plan(reading, new UserIdentity(uid, 5));
    assertThat(planning.findings())
        .singleElement()
        .extracting(Finding::sentence)
        .asString()
        .contains(words);
    assertThat(planning.findings().getFirst().message().contains("much"))
        .isEqualTo(words.equals("retryLimit is"));
  }

  @Test
  void a_hint_is_the_nearest_profile_that_the_user_may_use() {
    assertThat(Profiles.sentences(plan(USER, "#DW container name=cc profile=hidden-11").findings()))
        .containsExactly("There is no container profile 'hidden-11'. Did you mean 'hidden-12'?");
  }

  @ParameterizedTest
  @CsvSource({"4, Did you mean 'prof-5'?", "5, Ask your administrator which profiles there are."})
  void a_hint_is_among_the_five_nearest_profiles(int hidden, String hint) {
    FakeCatalog catalog = new FakeCatalog();
    IntStream.rangeClosed(1, hidden).forEach(n -> catalog.with("prof-" + n, POD + "userID: 7"));
    catalog.with("prof-" + (hidden + 1), POD);
    Reading reading = read("#DW container name=cc profile=prof-0");
    assertThat(new Planner(catalog).plan(reading, USER).findings())
        .extracting(Finding::sentence)
        .containsExactly("There is no container profile 'prof-0'. " + hint);
  }

  @Test
  void a_job_over_the_limits_of_its_profile_is_refused() {
    Reading reading = read("#DW container name=cc profile=small");
    assertThat(new Planner(CATALOG).plan(reading, USER, JobFacts.UNKNOWN.withNodes(3)).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("The container profile 'small' allows 2 nodes, and the job has 3.");
              assertThat(finding.directive()).contains(0);
            });
    assertThat(new Planner(CATALOG).plan(reading, USER, JobFacts.UNKNOWN.withNodes(2)).plan())
        .isPresent();
  }

  @Test
  void user_0_never_gets_a_container() {
    Planning planning =
        plan(
            new UserIdentity(0, 1051),
            LUSTRE,
            "#DW container name=cc profile=slushy DW_JOB_foo_local_storage=my-storage");
    assertThat(planning.plan()).isEmpty();
    assertThat(Profiles.sentences(planning.findings()))
        .containsExactly("User 0 never gets a container. Run the job as another user.");
  }

  @Test
  void a_broken_profile_is_the_administrators_fault() {
    Planning planning = plan(USER, LUSTRE, "#DW container name=cc profile=broken");
    assertThat(planning.plan()).isEmpty();
    assertThat(planning.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.blame()).isEqualTo(Blame.INTERNAL);
              assertThat(finding.directive()).contains(1);
              assertThat(finding.message()).startsWith("Profile broken: numPorts is not supported");
            });
  }

  @Test
  void everything_is_found_at_once_in_directive_order_and_the_same_each_time() {
    String[] directives = {
      "#DW jobdw type=raw capacity=1GB name=my-storage",
      "#DW container name=cc profile=slushy DW_JOB_more=nowhere DW_GLOBAL_all=/lus",
      "#DW jobdw type=lustre name=without-capacity",
      "#DW persistentdw name=old"
    };
    Planning planning = plan(new UserIdentity(0, 0), directives);
    assertThat(planning.findings())
        .extracting(finding -> finding.directive().orElse(-1) + " " + finding.code())
        .startsWith("0 file-system-not-supported")
        .contains(
            "1 storage-undefined",
            "1 user-zero",
            "1 argument-not-supported",
            "1 storage-missing",
            "3 directive-not-supported")
        .isSortedAccordingTo((a, b) -> a.charAt(0) - b.charAt(0))
        .doesNotHaveDuplicates();
    assertThat(plan(new UserIdentity(0, 0), directives)).isEqualTo(planning);
  }

  @Test
  void a_storage_profile_is_ignored_with_a_warning() {
    Planning planning = plan(USER, LUSTRE + " profile=fast");
    assertThat(planning.plan()).isPresent();
    assertThat(planning.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.isError()).isFalse();
              assertThat(finding.directive()).isEqualTo(Optional.of(0));
              assertThat(finding.sentence())
                  .isEqualTo("profile=fast is ignored: there are no storage profiles here.");
            });
  }

  @Test
  void a_reading_without_the_bound_storage_is_refused_here_too() {
    Reading whole = read(LUSTRE, "#DW container name=cc profile=slushy DW_JOB_more=my-storage");
    Reading torn = new Reading(List.of(), whole.directives().subList(1, 2), List.of());
    assertThat(new Planner(CATALOG).plan(torn, USER).findings())
        .extracting(Finding::message)
        .contains("No jobdw directive is named 'my-storage', as DW_JOB_more wants.");
  }

  /** As where NNF provides storage of types that Warren has not, and a vendor a command. */
  @Test
  void what_only_foreign_drivers_act_on_is_not_judged() {
    RuleBook site =
        RuleBook.of(
            List.of(
                new RuleObject(
                    "site",
                    RuleBook.standard().objects().getFirst().rules().stream()
                        .map(
                            rule ->
                                rule.command().equals("container")
                                    ? rule
                                    : new Rule(
                                        rule.command(),
                                        Optional.of("nnf"),
                                        rule.watchStates(),
                                        rule.definitions()))
                        .toList()),
                new RuleObject(
                    "vendor",
                    List.of(
                        new Rule(
                            "burst", Optional.empty(), WatchState.list("Setup"), List.of())))));
    Planning planning =
        new Planner(CATALOG)
            .plan(
                new DirectiveReader(site)
                    .read(
                        JobScript.ofDirectives(
                            List.of(
                                "#DW jobdw type=lustre capacity=1GB name=my-storage"
                                    + " requires=copy-offload",
                                "#DW copy_in source=/a destination=$DW_JOB_my-storage/",
                                "#DW burst",
                                "#DW container name=cc profile=slushy"
                                    + " DW_JOB_foo_local_storage=my-storage"))),
                USER);

    assertThat(planning.findings()).isEmpty();
    assertThat(planning.plan().orElseThrow().containers().getFirst().storages())
        .extracting(StorageUse::directive)
        .containsExactly(0);
  }

  private static Planning plan(UserIdentity user, String... directives) {
    return new Planner(CATALOG).plan(read(directives), user);
  }

  private static Reading read(String... directives) {
    return new DirectiveReader(RuleBook.standard())
        .read(JobScript.ofDirectives(List.of(directives)));
  }
}
