package warren.cli.profile;

import java.io.PrintWriter;
import java.util.List;
import warren.cli.show.FindingText;
import warren.cli.show.Ink;
import warren.cli.show.SourceText;
import warren.dw.Finding;

/** What is wrong with the files that profiles come from, but for what the profiles say. */
public record FileFaults(List<Finding> findings) {
  /** Of profiles that come from a cluster. */
  public static final FileFaults NONE = new FileFaults(List.of());

  public FileFaults {
    findings = List.copyOf(findings);
  }

  /** Whether no file has an error. */
  public boolean isSound() {
    return findings.stream().noneMatch(Finding::isError);
  }

  /**
   * Tells them.
   *
   * @param rest what becomes of the other profiles, such as {@code the others are listed}
   */
  public void tell(PrintWriter err, Ink ink, String rest) {
    FindingText text = FindingText.of(new SourceText("", new byte[0]), ink);
    findings.forEach(finding -> text.of(finding).forEach(err::println));
    if (!isSound()) {
      err.println("warren: the profiles' files have errors, see above; " + rest);
    }
  }
}
