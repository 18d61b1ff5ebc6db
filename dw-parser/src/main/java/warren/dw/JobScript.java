package warren.dw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The directives of a job script, found but not yet understood.
 *
 * @param source the script's name as the user gave it
 * @param findings what reading the bytes brought up: directives that are not UTF-8, and lines that
 *     look like directives and are none
 */
public record JobScript(String source, List<DirectiveLine> directives, List<Finding> findings) {
  /** The source of directives that come from a Workflow. */
  public static final String WORKFLOW = "spec.dwDirectives";

  public JobScript {
    requireNonNull(source, "source");
    directives = List.copyOf(directives);
    findings = List.copyOf(findings);
  }

  /** Finds what this workload manager would take for directives; any bytes will do. */
  public static JobScript read(String source, byte[] content, Dialect dialect) {
    return switch (dialect) {
      case SLURM -> new SlurmLines(source).read(content);
      case FLUX -> readAttribute(source, content, FluxPresets.UNKNOWN);
    };
  }

  /** Reads the text of the Flux job attribute {@code dw}; any bytes will do. */
  public static JobScript readAttribute(String source, byte[] content, FluxPresets presets) {
    String decoded = new String(content, UTF_8);
    boolean marked = !decoded.isEmpty() && decoded.charAt(0) == Utf8.BYTE_ORDER_MARK;
    PlacedText text = PlacedText.ofFile(source, marked ? decoded.substring(1) : decoded);
    JobScript script = ofFluxAttribute(source, List.of(text), presets);
    return decoded.indexOf(Utf8.REPLACEMENT) < 0 || Utf8.isValid(content)
        ? script
        : script.with(
            script.directives().stream().flatMap(line -> Utf8.lost(line).stream()).toList());
  }

  /**
   * The directives of the Flux job attribute {@code dw}.
   *
   * @param source the name of the file that gives the attribute
   * @param texts the attribute's one text, or those of its list
   */
  public static JobScript ofFluxAttribute(
      String source, List<PlacedText> texts, FluxPresets presets) {
    return FluxPieces.read(source, texts, presets);
  }

  /**
   * The directives of a list that a file holds, such as that of a Workflow, each as it is.
   *
   * @param source the file's name as the user gave it
   */
  public static JobScript ofList(String source, List<PlacedText> texts) {
    List<DirectiveLine> lines =
        IntStream.range(0, texts.size()).mapToObj(i -> ofList(i, texts.get(i))).toList();
    return new JobScript(source, lines, List.of());
  }

  private static DirectiveLine ofList(int index, PlacedText text) {
    String words = DirectiveLine.beginning(text.text());
    if (text.lines().isEmpty()) {
      int all = words.codePointCount(0, words.length());
      return new DirectiveLine(index, words, text.place(), all, List.of());
    }
    Place begin = text.lines().getFirst();
    int length =
        words.lines().findFirst().map(line -> line.codePointCount(0, line.length())).orElse(1);
    Place place = new Place(begin.source(), begin.line(), begin.column(), Math.max(1, length));
    return new DirectiveLine(index, words, place, 0, text.lines().subList(1, text.lines().size()));
  }

  /**
   * The same in the dialect {@link Dialect#SLURM}, for a script that is to be submitted to Slurm:
   * with warnings of what Slurm itself, which looks at the lines first, refuses or does not see.
   */
  public static JobScript readForSlurm(String source, byte[] content) {
    JobScript script = read(source, content, Dialect.SLURM);
    List<Finding> all = new ArrayList<>(script.findings());
    all.addAll(SlurmView.of(script, content));
    return new JobScript(source, script.directives(), all);
  }

  /**
   * The directives of a Workflow, whose source is {@link #WORKFLOW}; the line of each is its index
   * plus one, even where it holds line breaks.
   */
  public static JobScript ofDirectives(List<String> texts) {
    List<DirectiveLine> lines =
        IntStream.range(0, texts.size())
            .mapToObj(index -> ofWorkflow(index, texts.get(index)))
            .toList();
    return new JobScript(WORKFLOW, lines, List.of());
  }

  private static DirectiveLine ofWorkflow(int index, String text) {
    return new DirectiveLine(
        index,
        DirectiveLine.beginning(text),
        new Place(WORKFLOW, index + 1, 1, Math.max(1, text.codePointCount(0, text.length()))));
  }

  /** The same, with more findings. */
  public JobScript with(List<Finding> more) {
    return new JobScript(
        source, directives, Stream.of(findings, more).flatMap(List::stream).toList());
  }

  /**
   * The same; if nothing was found, with a warning that says so, and with one for each line that
   * mentions a directive all the same.
   *
   * @param content the bytes that the script was read from
   * @param dialect who gets the script
   */
  public JobScript warnedIfEmpty(byte[] content, Dialect dialect) {
    return directives.isEmpty() && findings.stream().noneMatch(Finding::isError)
        ? with(Mentions.of(this, content, dialect))
        : this;
  }

  /** Where a finding about this script stands: at its own place, else at its directive's. */
  public Optional<Place> placeOf(Finding finding) {
    return finding
        .place()
        .or(
            () ->
                finding
                    .directive()
                    .filter(index -> index < directives.size())
                    .map(index -> directives.get(index).place()));
  }

  /** The texts alone, as they go into a Workflow. */
  public List<String> texts() {
    return directives.stream().map(DirectiveLine::text).toList();
  }
}
