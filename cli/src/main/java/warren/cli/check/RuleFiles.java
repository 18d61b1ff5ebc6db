package warren.cli.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.FileTrouble;
import warren.cli.show.FindingText;
import warren.cli.show.Ink;
import warren.cli.show.SourceText;
import warren.dw.Finding;
import warren.dw.RuleBook;
import warren.dw.RuleObject;
import warren.rules.RuleFile;

/** The rule book of the files that a command line names. */
final class RuleFiles {
  private RuleFiles() {}

  /**
   * The book of all these files, or that which Warren ships where there are none.
   *
   * @param err hears what is wrong with the files
   * @throws CommandException when one cannot be read or has errors
   */
  static RuleBook read(List<Path> files, PrintWriter err, Ink ink) {
    if (files.isEmpty()) {
      return RuleBook.standard();
    }
    List<RuleObject> objects = new ArrayList<>();
    boolean usable = true;
    for (Path path : files) {
      byte[] content = content(path);
      RuleFile file = RuleFile.read(path.toString(), content);
      FindingText text = FindingText.of(new SourceText(path.toString(), content), ink);
      for (Finding finding : file.findings()) {
        text.of(finding).forEach(err::println);
        err.println();
      }
      usable &= file.accepted();
      objects.addAll(file.objects());
    }
    if (!usable) {
      throw new CommandException(
          ExitStatus.UNANSWERED, "nothing was checked: mend the rule files first, see above");
    }
    return RuleBook.of(objects);
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitStatus.UNANSWERED,
          "the rule file " + file + " cannot be read: " + FileTrouble.reason(unreadable),
          unreadable);
    }
  }
}
