package warren.cli.show;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.dw.DirectiveLine;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Place;
import warren.dw.Severity;

/**
 * Findings for a person: {@code file:line:column}, what is wrong, the line itself with the place
 * marked, and what to do.
 */
public final class FindingText {
  private final JobScript script;
  private final List<String> lines;

  /**
   * Renders findings about this script.
   *
   * @param content the script's bytes, for its lines
   */
  public FindingText(JobScript script, byte[] content) {
    this.script = script;
    this.lines = new String(content, StandardCharsets.UTF_8).lines().toList();
  }

  /** One finding, as lines. */
  public List<String> of(Finding finding) {
    Optional<Place> place = finding.place().or(() -> directivePlace(finding));
    List<String> text = new ArrayList<>();
    text.add(
        SafeText.oneLine(
            place.map(where -> where + ": ").orElse("")
                + (finding.severity() == Severity.ERROR ? "error: " : "warning: ")
                + finding.message()));
    place.ifPresent(where -> text.addAll(marked(where)));
    finding.hint().ifPresent(hint -> text.add("    " + SafeText.oneLine(hint)));
    return text;
  }

  private Optional<Place> directivePlace(Finding finding) {
    return finding
        .directive()
        .flatMap(
            index ->
                script.directives().stream()
                    .filter(directive -> directive.index() == index)
                    .map(DirectiveLine::place)
                    .findFirst());
  }

  private List<String> marked(Place place) {
    if (!place.source().equals(script.source()) || place.line() > lines.size()) {
      return List.of();
    }
    String line = SafeText.line(lines.get(place.line() - 1));
    int from = Math.min(place.column() - 1, line.length());
    int marks = Math.max(1, Math.min(place.length(), line.length() - from));
    String indent = line.substring(0, from).replaceAll("[^\t]", " ");
    return List.of("    " + line, "    " + indent + "^" + "~".repeat(marks - 1));
  }
}
