package warren.dw;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
      case FLUX -> FluxPieces.read(source, content);
    };
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
