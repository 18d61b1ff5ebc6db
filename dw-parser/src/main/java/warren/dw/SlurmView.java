package warren.dw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Slurm's own burst-buffer plugin makes of a script before the glue of DWS sees it: it reads
 * the comment lines at the top, joins those that end in a backslash, and refuses a capacity without
 * a pool. Only warnings, since a site can teach Slurm to leave these lines alone.
 */
final class SlurmView {
  private static final byte[] PREFIX = DirectiveText.PREFIX.getBytes(US_ASCII);
  private static final String CAPACITY = "capacity=";
  private static final String POOL = "pool=";

  private final String source;
  private final ByteLines lines;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Place> capacity = Optional.empty();
  private boolean pool;

  private SlurmView(String source, byte[] content) {
    this.source = source;
    this.lines = new ByteLines(content);
  }

  /** What Slurm may refuse, or not see, of the directives that were found in this content. */
  static List<Finding> of(JobScript script, byte[] content) {
    return new SlurmView(script.source(), content).findings(script.directives());
  }

  private List<Finding> findings(List<DirectiveLine> directives) {
    Optional<Integer> stop = readBlock();
    stop.ifPresent(
        line ->
            directives.stream()
                .filter(directive -> directive.place().line() > line)
                .map(directive -> unseen(directive, line))
                .forEach(findings::add));
    return findings;
  }

  /** Reads to the line at which Slurm stops; empty when it reads all. */
  private Optional<Integer> readBlock() {
    while (lines.next()) {
      if (lines.length() > 0 && lines.at(0) != '#') {
        endDirective();
        return Optional.of(lines.number());
      }
      if (lines.startsWith(PREFIX)) {
        part(lines.text());
      }
    }
    endDirective();
    return Optional.empty();
  }

  /** Slurm looks for these words anywhere in a directive, in values and in longer words too. */
  private void part(String text) {
    int at = text.indexOf(CAPACITY);
    if (capacity.isEmpty() && at >= 0) {
      int column = text.codePointCount(0, at) + 1;
      capacity = Optional.of(new Place(source, lines.number(), column, CAPACITY.length() - 1));
    }
    pool |= text.contains(POOL);
    if (!text.endsWith("\\")) {
      endDirective();
    }
  }

  private void endDirective() {
    if (!pool) {
      capacity.map(SlurmView::withoutPool).ifPresent(findings::add);
    }
    capacity = Optional.empty();
    pool = false;
  }

  private static Finding withoutPool(Place capacity) {
    return Finding.warning(
            Codes.SLURM_CAPACITY_WITHOUT_POOL.code(),
            "Slurm itself refuses 'capacity=' without 'pool=', unless the site has set it up"
                + " otherwise.")
        .hint(
            "Write no 'pool=', which NNF refuses. If sbatch says 'Burst Buffer request invalid',"
                + " the administrator must set 'Directive=BB_DWS' in burst_buffer.conf.")
        .at(capacity);
  }

  private static Finding unseen(DirectiveLine directive, int stop) {
    return Finding.warning(
            Codes.SLURM_STOPS_BEFORE.code(),
            "Slurm itself looks for directives only above line "
                + stop
                + ", the first that does not begin with '#'.")
        .hint("Move the directive up; DWS reads it where it is too, even inside a here-document.")
        .about(directive.index())
        .at(directive.place());
  }
}
