package warren.cli.profile;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.api.NnfContainerProfile;
import warren.cli.ExitStatus;
import warren.cli.JudgingCommand;
import warren.cli.show.FindingText;
import warren.cli.show.Ink;
import warren.cli.show.Sheet;
import warren.cli.show.SourceText;
import warren.cli.show.Terminal;
import warren.profile.ProfileReader;
import warren.profile.ProfileReader.ProfileReading;
import warren.profile.ResolvedProfile;

/** {@code warren profile show}: what a profile says in the end. */
@Command(
    name = ShowCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a profile of the site's cluster, or of files, says in the end: one shape whichever it was written in, with defaults"
          + " filled in and what Warren sets itself, both marked.",
      "As yaml or json it has the lists defaults, of fields, and overrides."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:shown",
      "1:there is no such profile, it is refused, or files of the profiles have errors; the"
          + " reasons are on standard error",
      "2:no answer: the command line, a file or the cluster"
    })
public final class ShowCommand implements JudgingCommand {
  public static final String NAME = "show";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The profile's name.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private ShowForm form;

  @Mixin private ProfileSource source;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Ink ink = Terminal.inkOfStandardError(System.getenv());
    Asked<Optional<NnfContainerProfile>> asked =
        source.ask(System.getenv(), catalog -> catalog.find(name));
    asked.faults().tell(err, ink, "the others are looked at");
    if (asked.answer().isEmpty()) {
      err.println(
          "warren: there is no container profile '" + name + "'; warren profile list -A lists all");
      return ExitStatus.FAULTY;
    }
    NnfContainerProfile found = asked.answer().get();
    ProfileReading reading = ProfileReader.read(found);
    Optional<ResolvedProfile> profile = reading.profile();
    if (profile.isEmpty()) {
      FindingText text = FindingText.of(new SourceText(name, new byte[0]), ink);
      reading.findings().forEach(finding -> text.of(finding).forEach(err::println));
      err.println("warren: the profile '" + name + "' is refused: see above");
      return ExitStatus.FAULTY;
    }
    print(found, profile.get());
    return asked.faults().isSound() ? ExitStatus.OK : ExitStatus.FAULTY;
  }

  private void print(NnfContainerProfile found, ResolvedProfile profile) {
    PrintWriter out = spec.commandLine().getOut();
    switch (form) {
      case text -> lines(profile).forEach(out::println);
      case yaml -> out.print(Serialization.asYaml(ResolvedTree.of(profile)));
      case json -> out.println(ResolvedTree.of(profile));
      case name -> out.println(ResourceName.of(found));
    }
    out.flush();
  }

  private static List<String> lines(ResolvedProfile profile) {
    Sheet sheet = new Sheet();
    ProfileSheet.tell(profile, sheet);
    return sheet.lines();
  }
}
