package warren.cli.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.FileTrouble;
import warren.cli.show.FindingText;
import warren.cli.show.Ink;
import warren.cli.show.SourceText;
import warren.dw.FluxPresets;
import warren.submission.PresetFile;
import warren.submission.SubmissionReader;

/** The options that say how directives are found in a script. */
public final class ScriptOptions {
  @Option(
      names = "--dialect",
      paramLabel = "slurm|flux",
      description =
          "Who gets the script: slurm, with warnings of what Slurm itself would refuse; or flux,"
              + " also for its attribute dw alone. By default a script with #FLUX: lines is one for"
              + " Flux, and every other one for Slurm, without these warnings.")
  private DialectOption dialect;

  @Option(
      names = "--presets",
      paramLabel = "FILE",
      description =
          "The presets that Flux's attribute dw may name, as 'flux config get rabbit.presets'"
              + " prints them.")
  private Path presets;

  /**
   * What reads scripts as the options say.
   *
   * @param tell hears what is wrong with the file of presets, line by line
   * @throws CommandException when this file cannot be read or has errors
   */
  public SubmissionReader reader(Consumer<String> tell, Ink ink) {
    return new SubmissionReader(
        Optional.ofNullable(dialect).map(DialectOption::dialect),
        presets == null ? FluxPresets.UNKNOWN : read(tell, ink));
  }

  private FluxPresets read(Consumer<String> tell, Ink ink) {
    byte[] content;
    try {
      content = Files.readAllBytes(presets);
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "the file of presets " + presets + " cannot be read: " + FileTrouble.reason(unreadable),
          unreadable);
    }
    PresetFile file = PresetFile.read(presets.toString(), content);
    FindingText text = FindingText.of(new SourceText(presets.toString(), content), ink);
    file.findings().forEach(finding -> text.of(finding).forEach(tell));
    if (!file.findings().isEmpty()) {
      throw new CommandException(
          ExitStatus.REFUSED, "the file of presets has errors: fix them first, see above");
    }
    return file.presets();
  }
}
