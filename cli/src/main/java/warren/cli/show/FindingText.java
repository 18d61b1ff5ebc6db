package warren.cli.show;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import warren.dw.Finding;
import warren.dw.JobScript;
import warren.dw.Place;

/**
 * Findings for a person: {@code file:line:column}, what is wrong, the code to look it up by, the
 * line itself with the place marked, and what to do.
 */
public final class FindingText {
  private final SourceText text;
  private final Function<Finding, Optional<Place>> places;
  private final Ink ink;

  private FindingText(SourceText text, Function<Finding, Optional<Place>> places, Ink ink) {
    this.text = requireNonNull(text, "text");
    this.places = requireNonNull(places, "places");
    this.ink = requireNonNull(ink, "ink");
  }

  /** Renders findings about any text, such as a profile's file. */
  public static FindingText of(SourceText text, Ink ink) {
    return new FindingText(text, Finding::place, ink);
  }

  /**
   * Renders findings about a job script; those that are about a directive, and at no place, are
   * shown at the directive's.
   *
   * @param content the script's bytes, for its lines
   */
  public static FindingText of(JobScript script, byte[] content, Ink ink) {
    return new FindingText(new SourceText(script.source(), content), script::placeOf, ink);
  }

  /** One finding, as lines. */
  public List<String> of(Finding finding) {
    Optional<Place> place = places.apply(finding);
    List<String> lines = new ArrayList<>();
    lines.add(headline(finding, place));
    place.stream().flatMap(this::excerpt).map(e -> e.lines(ink)).forEach(lines::addAll);
    finding.hint().ifPresent(hint -> lines.add("    " + SafeText.oneLine(hint)));
    return lines;
  }

  private String headline(Finding finding, Optional<Place> place) {
    return place.map(where -> ink.bold(SafeText.oneLine(where + ":")) + " ").orElse("")
        + (finding.isError() ? ink.red("error:") : ink.yellow("warning:"))
        + " "
        + SafeText.oneLine(finding.message())
        + " ["
        + finding.code()
        + "]";
  }

  private Stream<Excerpt> excerpt(Place place) {
    return place.source().equals(text.source())
        ? text
            .line(place.line())
            .map(line -> Excerpt.of(line, place.column(), place.length()))
            .stream()
        : Stream.empty();
  }
}
