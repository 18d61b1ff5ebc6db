package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/** Short ways to read scripts in tests. */
final class Scripts {
  private Scripts() {}

  static JobScript slurm(String... lines) {
    return JobScript.read("job.sh", String.join("\n", lines).getBytes(UTF_8), Dialect.SLURM);
  }

  static JobScript flux(String text) {
    return JobScript.read("job.sh", text.getBytes(UTF_8), Dialect.FLUX);
  }

  static Reading read(String... lines) {
    return read(slurm(lines));
  }

  static Reading read(JobScript script) {
    return new DirectiveReader(RuleBook.standard()).read(script);
  }

  static Reading readList(String... directives) {
    return read(JobScript.ofDirectives(List.of(directives)));
  }

  static List<String> codes(Reading reading) {
    return reading.findings().stream().map(finding -> finding.code().value()).toList();
  }

  /** Place and length, severity, code and sentence, a finding a line. */
  static String shown(List<Finding> findings) {
    return findings.stream().map(Scripts::shown).collect(joining("\n"));
  }

  private static String shown(Finding finding) {
    String place =
        finding
            .place()
            .map(at -> at.line() + ":" + at.column() + "+" + at.length())
            .orElse("nowhere");
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    return place + " " + severity + " " + finding.code() + ": " + finding.sentence();
  }
}
