package warren.dw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to say of a script without directives: that it has none, and where it mentions some that the
 * workload manager does not see, such as in the comment of another manager.
 */
final class Mentions {
  private static final byte[] PREFIX = (DirectiveText.PREFIX + " ").getBytes(US_ASCII);

  /** So many lines are shown; more say nothing new. */
  private static final int MOST = 10;

  private Mentions() {}

  static List<Finding> of(JobScript script, byte[] content, Dialect dialect) {
    Set<Integer> told =
        script.findings().stream()
            .flatMap(finding -> finding.place().stream())
            .map(Place::line)
            .collect(Collectors.toSet());
    List<Finding> mentions = new ArrayList<>();
    ByteLines lines = new ByteLines(content);
    while (mentions.size() < MOST && lines.next()) {
      if (!told.contains(lines.number()) && lines.contains(PREFIX)) {
        mentions.add(mention(script.source(), lines, dialect));
      }
    }
    return Stream.concat(Stream.of(none(script.source(), dialect)), mentions.stream()).toList();
  }

  private static Finding none(String source, Dialect dialect) {
    return Finding.warning(Codes.NO_DIRECTIVES.code(), "No directive was found.")
        .hint(
            switch (dialect) {
              case SLURM ->
                  "If the job needs storage or containers, write lines that begin with '#DW ' in"
                      + " column 1.";
              case FLUX ->
                  "If the job needs storage or containers, give Flux the attribute 'dw', such as"
                      + " '#FLUX: -S dw=\"#DW ...\"'.";
            })
        .at(new Place(source, 1, 1, 1));
  }

  private static Finding mention(String source, ByteLines line, Dialect dialect) {
    String text = line.text();
    int at = Math.max(0, text.indexOf(DirectiveText.PREFIX));
    return Finding.warning(
            Codes.IGNORED_LINE.code(),
            switch (dialect) {
              case SLURM ->
                  "This line is not read as a directive: '#DW' does not stand in column 1.";
              case FLUX ->
                  "This line is not read as a directive: Flux reads the attribute 'dw' only.";
            })
        .hint(
            switch (dialect) {
              case SLURM -> "Write the directive on a line of its own, from column 1 on.";
              case FLUX -> "Write the directive in '#FLUX: -S dw=\"#DW ...\"'.";
            })
        .at(new Place(source, line.number(), text.codePointCount(0, at) + 1, 3));
  }
}
