package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever the text and whatever the rules; seeds are fixed, fuzzing explores. */
class PropertiesTest {
  @Provide
  Arbitrary<List<String>> directives() {
    return Hostile.texts().list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<RuleObject>> rules() {
    return Arbitraries.oneOf(Hostile.rules(), Arbitraries.just(List.of(StandardRules.OBJECT)));
  }

  @Provide
  Arbitrary<byte[]> scripts() {
    Arbitrary<byte[]> texts = directives().map(all -> String.join("\n", all).getBytes(UTF_8));
    return Arbitraries.oneOf(texts, Arbitraries.bytes().array(byte[].class).ofMaxSize(100));
  }

  @Property(tries = 1000, seed = "1")
  void everyDirectiveBecomesALineAndAVerdict(
      @ForAll("directives") List<String> texts, @ForAll("rules") List<RuleObject> rules) {
    Reading reading = read(rules, texts);

    assertThat(reading.lines()).hasSameSizeAs(texts);
    assertThat(reading.directives()).hasSizeLessThanOrEqualTo(texts.size());
    if (reading.accepted()) {
      assertThat(reading.admitted()).isTrue();
      assertThat(reading.directives()).hasSameSizeAs(texts);
    }
    assertThat(reading.findings())
        .allSatisfy(
            finding -> {
              assertThat(Codes.of(finding.code())).isPresent();
              assertThat(finding.place()).isPresent();
              assertThat(finding.directive()).isPresent();
              assertThat(finding.sentence()).doesNotContainPattern("[\\p{Cntrl}\u0085\u2028]");
              assertThat(finding.sentence().length()).isLessThan(3000);
            });
  }

  @Property(tries = 500, seed = "2")
  void theAnswerDependsOnNothingElse(
      @ForAll("directives") List<String> texts, @ForAll("rules") List<RuleObject> rules) {
    Reading reading = read(rules, texts);

    assertThat(read(rules, texts)).isEqualTo(reading);
    if (rules.stream().map(RuleObject::name).distinct().count() == rules.size()) {
      List<RuleObject> turned = new ArrayList<>(rules);
      Collections.reverse(turned);
      assertThat(read(turned, texts)).isEqualTo(reading);
    }
  }

  @Property(tries = 1000, seed = "3")
  void whatIsPrintedReadsBackTheSame(
      @ForAll("directives") List<String> texts, @ForAll("rules") List<RuleObject> rules) {
    Reading reading = read(rules, texts);
    List<String> printed = reading.directives().stream().map(Directive::text).toList();
    Reading again = read(rules, printed);

    assertThat(again.directives()).extracting(Directive::text).containsExactlyElementsOf(printed);
    assertThat(again.admitted()).isTrue();
  }

  @Property(tries = 1000, seed = "4")
  void everyScriptIsReadInEveryDialect(@ForAll("scripts") byte[] content) {
    long lines = Stream.of(new String(content, UTF_8).split("\n", -1)).count();
    Stream.concat(
            Stream.of(Dialect.values()).map(d -> JobScript.read("job.sh", content, d)),
            Stream.of(JobScript.readForSlurm("job.sh", content)))
        .forEach(
            script ->
                assertThat(Scripts.read(script).findings())
                    .allSatisfy(
                        finding ->
                            assertThat(finding.place().orElseThrow().line())
                                .isBetween(1, (int) lines)));
  }

  @Property(tries = 500, seed = "5")
  void windowsLineEndsMakeNoDifference(@ForAll("directives") List<String> texts) {
    String script = String.join("\n", texts).replace("\r", "");
    List<String> unix = JobScript.read("a", script.getBytes(UTF_8), Dialect.SLURM).texts();
    byte[] windows = script.replace("\n", "\r\n").getBytes(UTF_8);

    // A line of the prefix and one blank is no directive; with the carriage return it is one.
    List<String> longer = unix.stream().filter(text -> text.length() > 4).toList();
    assertThat(JobScript.read("a", windows, Dialect.SLURM).texts())
        .filteredOn(text -> text.length() > 4)
        .isEqualTo(longer);
  }

  private static Reading read(List<RuleObject> rules, List<String> texts) {
    return new DirectiveReader(RuleBook.of(rules)).read(JobScript.ofDirectives(texts));
  }
}
