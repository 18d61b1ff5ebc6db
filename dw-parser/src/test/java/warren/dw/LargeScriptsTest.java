package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts far larger than any that people write. How long they take is measured elsewhere. */
class LargeScriptsTest {
  private static final int TEN_MEGABYTES = 10_000_000;

  private static byte[] large(String line, String last) {
    return (line.repeat(TEN_MEGABYTES / line.length()) + last).getBytes(UTF_8);
  }

  @Test
  void aDirectiveBehindTenMegabytesIsFoundWithItsLine() {
    byte[] script = large("echo 'a line of a script'\n", "#DW destroy_persistent name=keep\n");
    JobScript read = JobScript.read("job.sh", script, Dialect.SLURM);

    assertThat(read.directives())
        .singleElement()
        .extracting(DirectiveLine::place)
        .isEqualTo(new Place("job.sh", TEN_MEGABYTES / 26 + 1, 1, 32));
    assertThat(Scripts.read(read).accepted()).isTrue();
  }

  @Test
  void aHundredThousandDirectivesAreAllRead() {
    String line =
        "#DW copy_in source=/lus/global/a/long/path/to/some/data destination=/lus/other\n";
    Reading reading = Scripts.read(JobScript.read("job.sh", large(line, ""), Dialect.SLURM));

    assertThat(reading.directives()).hasSize(TEN_MEGABYTES / line.length());
    assertThat(reading.accepted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void ofALineOfTenMegabytesOnlyTheBeginningIsKeptAndItIsRefused(Dialect dialect) {
    byte[] script = large("a", "");
    System.arraycopy("#DW container ".getBytes(UTF_8), 0, script, 0, 14);
    JobScript read = JobScript.read("job.sh", script, dialect);

    assertThat(read.directives())
        .singleElement()
        .extracting(line -> line.text().length())
        .isEqualTo(DirectiveLine.LONGEST + 1);
    assertThat(Scripts.codes(Scripts.read(read))).containsExactly("line-too-long");
  }

  @Test
  void howeverMuchIsWrongWithADirectiveAHundredThingsAreTold() {
    String flags = "#DW destroy_persistent" + " a".repeat(60_000);
    Reading reading = Scripts.read(Scripts.flux(flags.replace(" a", "\na")));

    assertThat(reading.findings()).hasSize(101);
    assertThat(Scripts.codes(reading)).endsWith("more-findings");
  }

  @Test
  void aListOfManyWordsIsRead() {
    Rule rule =
        new Rule(
            "wait",
            Optional.empty(),
            List.of(),
            List.of(RuleDefinition.optional("words", new ValueForm.TextList(List.of()))));
    RuleBook book = RuleBook.of(List.of(new RuleObject("site", List.of(rule))));
    StringBuilder words = new StringBuilder("#DW wait words=0");
    for (int i = 1; i < 20_000; i++) {
      words.append(',').append(i);
    }
    DirectiveReader reader = new DirectiveReader(book);

    assertThat(reader.read(JobScript.ofDirectives(List.of(words.toString()))).accepted()).isTrue();
    assertThat(reader.read(JobScript.ofDirectives(List.of(words + ",7"))).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code().value()).isEqualTo("repeated-list-word"));
  }
}
