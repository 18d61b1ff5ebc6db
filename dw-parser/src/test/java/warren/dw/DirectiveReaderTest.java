package warren.dw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveReaderTest {
  private static Directive only(String text) {
    Reading reading = Scripts.readList(text);
    assertThat(reading.accepted()).isTrue();
    assertThat(reading.directives()).hasSize(1);
    Directive directive = reading.directives().get(0);
    assertThat(Scripts.readList(directive.text()).directives()).containsExactly(directive);
    return directive;
  }

  @Test
  void everyCommandBecomesADirectiveThatPrintsAsWhatReadsBackTheSame() {
    assertThat(
            only(
                "#DW jobdw type=gfs2 capacity=10GiB name=my-storage profile=big"
                    + " requires=copy-offload"))
        .isEqualTo(
            new JobDw(
                0,
                "my-storage",
                FileSystemType.GFS2,
                new Capacity("10GiB", 10L << 30),
                Optional.of("big"),
                List.of("copy-offload")));
    assertThat(only("#DW create_persistent name=keep type=lustre"))
        .isEqualTo(
            new CreatePersistent(
                0, "keep", FileSystemType.LUSTRE, Optional.empty(), Optional.empty()));
    assertThat(only("#DW create_persistent name=keep type=xfs capacity=1KB profile=pp"))
        .isEqualTo(
            new CreatePersistent(
                0, "keep", FileSystemType.XFS, Capacity.of("1KB"), Optional.of("pp")));
    assertThat(only("#DW destroy_persistent name=keep"))
        .isEqualTo(new DestroyPersistent(0, "keep"));
    assertThat(only("#DW persistentdw name=keep"))
        .isEqualTo(new PersistentDw(0, "keep", List.of()));
    assertThat(only("#DW copy_in source=/lus/a=b destination=/lus/c profile=fast"))
        .isEqualTo(new CopyIn(0, "/lus/a=b", "/lus/c", Optional.of("fast")));
    assertThat(only("#DW copy_out source=/lus/a destination=/lus/c"))
        .isEqualTo(new CopyOut(0, "/lus/a", "/lus/c", Optional.empty()));
    assertThat(only("#DW container name=cc profile=pp DW_GLOBAL_lus=/lus"))
        .isEqualTo(
            new ContainerDw(0, "cc", "pp", List.of(new StorageBinding("DW_GLOBAL_lus", "/lus"))));
  }

  @Test
  void theGuidesJobIsAcceptedAndRegisteredForEveryStateItsRulesWatch() {
    Reading reading =
        Scripts.read(
            "#!/bin/bash",
            "#DW jobdw name=my-gfs2 type=gfs2 capacity=50GB",
            "#DW container name=red-rock-slushy profile=red-rock-slushy"
                + " DW_JOB_foo_local_storage=my-gfs2",
            "srun hostname");

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.accepted()).isTrue();
    assertThat(reading.directives()).extracting(Directive::index).containsExactly(0, 1);
    assertThat(reading.registrations())
        .extracting(Registration::toString)
        .hasSize(10)
        .startsWith("Registration[directive=0, driver=warren-storage, state=Proposal]")
        .endsWith("Registration[directive=1, driver=warren-containers," + " state=Teardown]");
  }

  @Test
  void onlyAcceptedDirectivesAreRegistered() {
    Reading reading =
        Scripts.readList("#DW copy_in source=/a destination=/b", "#DW copy_out source=/a");

    assertThat(reading.accepted()).isFalse();
    assertThat(reading.directives()).hasSize(1);
    assertThat(reading.registrations())
        .containsExactly(
            new Registration(0, "warren-storage", new WatchState("Proposal")),
            new Registration(0, "warren-storage", new WatchState("DataIn")),
            new Registration(0, "warren-storage", new WatchState("Teardown")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u3000#DW\u0085destroy_persistent\u00a0name=keep\u2028",
        "\r\n#DW\tdestroy_persistent\r\nname=keep\r\n",
      })
  void allUnicodeWhiteSpacePartsWords(String text) {
    assertThat(only(text)).isEqualTo(new DestroyPersistent(0, "keep"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200b", "\ufeff", "\u180e", "\u001c", "\u001f", "\u0000", "\ud800"})
  void otherInvisibleCharactersDoNot(String character) {
    String source = "/a" + character + "b";

    assertThat(only("#DW copy_in source=" + source + " destination=/c"))
        .isEqualTo(new CopyIn(0, source, "/c", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "# comment", "jobdw name=x", "#DWjobdw", "#DW=x y", "#dw jobdw"})
  void aDirectiveOfAWorkflowMustBeginWithThePrefix(String text) {
    assertThat(Scripts.codes(Scripts.readList(text))).containsExactly("missing-prefix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#DW", " #DW ", "\t#DW\n"})
  void thePrefixAloneIsAnErrorAndNoCrash(String text) {
    assertThat(Scripts.codes(Scripts.readList(text))).containsExactly("no-command");
  }

  @Test
  void findingsOfAWorkflowSpeakOfDirectivesAsDwsCounts() {
    Reading reading =
        Scripts.readList(
            "#DW container name=aa profile=pp",
            "#DW persistentdw name=bb",
            "#DW container name=cc profile=pp");

    assertThat(reading.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.directive()).contains(2);
              assertThat(finding.blame()).isEqualTo(Blame.USER);
              assertThat(finding.sentence())
                  .isEqualTo(
                      "A job can have one container directive, but directive 0 and directive 2"
                          + " each have one. Put all containers into one profile, or use a job for"
                          + " each.");
            });
  }

  @Test
  void warningsDoNotRefuse() {
    Reading reading = Scripts.readList("#DW persistentdw name=bb", "#DW persistentdw name=bb");

    assertThat(Scripts.codes(reading)).containsExactly("persistentdw-twice");
    assertThat(reading.accepted()).isTrue();
    assertThat(reading.directives()).hasSize(2);
  }

  @Test
  void aFaultInAStorageDirectiveDoesNotMakeItsNameUnknown() {
    Reading reading =
        Scripts.readList(
            "#DW jobdw type=gfs2 name=my-storage",
            "#DW container name=cc profile=pp DW_JOB_foo=my-storage");

    assertThat(Scripts.codes(reading)).containsExactly("missing-required");
  }

  @Test
  void everyLineIsToldOfWithWhatItSaysAndWhoHasWorkForIt() {
    Reading reading =
        Scripts.readList("#DW copy_in source=/a destination=/b", "#DW wait a b= c=d a", "jobdw");

    assertThat(reading.lines()).extracting(line -> line.line().index()).containsExactly(0, 1, 2);
    assertThat(reading.lines())
        .extracting(ReadDirective::command)
        .containsExactly(Optional.of("copy_in"), Optional.of("wait"), Optional.empty());
    assertThat(reading.lines().get(1).arguments())
        .containsExactly(
            new Argument("a", Optional.empty()),
            new Argument("b", Optional.of("")),
            new Argument("c", Optional.of("d")),
            new Argument("a", Optional.empty()));
    assertThat(reading.lines())
        .extracting(line -> line.registrations().size())
        .containsExactly(3, 0, 0);
    assertThat(reading.registrations()).isEqualTo(reading.lines().get(0).registrations());
  }

  @Test
  void whatOnlyTheDriverRefusesIsAdmittedAndRegisteredAndYetNotAccepted() {
    Reading reading =
        Scripts.readList(
            "#DW jobdw type=raw capacity=0GB name=nothing", "#DW destroy_persistent name=keep");

    assertThat(Scripts.codes(reading)).containsExactly("zero-capacity", "persistent-not-alone");
    assertThat(reading.admitted()).isTrue();
    assertThat(reading.accepted()).isFalse();
    assertThat(reading.registrations()).hasSize(7);
    assertThat(reading.withoutCrossChecks().accepted()).isTrue();
  }

  @Test
  void whatTheRulesRefuseIsRefusedWithoutCrossChecksToo() {
    Reading reading = Scripts.readList("#DW jobdw");

    assertThat(reading.admitted()).isFalse();
    assertThat(reading.withoutCrossChecks().findings()).isEqualTo(reading.findings());
  }
}
