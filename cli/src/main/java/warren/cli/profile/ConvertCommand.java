package warren.cli.profile;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import warren.cli.ExitStatus;
import warren.cli.JudgingCommand;
import warren.cli.show.FindingText;
import warren.cli.show.Terminal;
import warren.dw.Code;
import warren.dw.Finding;
import warren.profile.convert.ProfileConversion;
import warren.profile.convert.ProfileShape;
import warren.profile.file.ProfileFile;

/** {@code warren profile convert}: writes profiles in the other published shape. */
@Command(
    name = ConvertCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Writes the profiles of a file, of any version from v1alpha1 to v1alpha11, in the wanted"
          + " shape, with upstream's fields only, as YAML to"
          + " standard output. What the shape cannot hold goes to standard error: nothing but what"
          + " API servers put into metadata is left out without a word. Whether a profile is valid"
          + " is not asked: see lint."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:written; what was lost, if anything, is on standard error as warnings",
      "1:nothing is written: a fault in the file, or more people could use the result",
      "2:no answer: the command line or a file"
    })
public final class ConvertCommand implements JudgingCommand {
  public static final String NAME = "convert";

  private static final Code LEFT_OUT = new Code("conversion-leaves-out");

  private final InputStream in;

  @Spec private CommandSpec spec;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "v1alpha1|v1alpha11",
      converter = Shape.class,
      description = "The wanted shape: v1alpha1, the user guide's, or v1alpha11, today's.")
  private ProfileShape target;

  @Parameters(paramLabel = "FILE", description = "A file with profiles; - is standard input.")
  private String name;

  /** The command; {@code in} is read for the file {@code -}. */
  public ConvertCommand(InputStream in) {
    this.in = in;
  }

  /** Reads the word of {@code --to}. */
  static final class Shape implements ITypeConverter<ProfileShape> {
    @Override
    public ProfileShape convert(String word) {
      Optional<ProfileShape> shape = ProfileShape.of(word);
      return shape.orElseThrow(
          () -> new TypeConversionException("'" + word + "' is neither v1alpha1 nor v1alpha11"));
    }
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ProfileInput input = ProfileInput.read(name, in);
    List<Finding> findings = new ArrayList<>(input.file().findings());
    findings.removeIf(finding -> finding.code().equals(ProfileFile.OLD_VERSION));
    if (input.file().profiles().isEmpty() && findings.isEmpty()) {
      err.println("warren: " + input.file().source() + " holds no profile");
      return ExitStatus.FAULTY;
    }
    input.file().others().stream().map(ConvertCommand::leftOut).forEach(findings::add);
    StringBuilder written = new StringBuilder();
    for (var original : input.file().profiles()) {
      ProfileConversion converted =
          ProfileConversion.of(original.profile(), target, original.places());
      findings.addAll(converted.findings());
      written.append(Serialization.asYaml(converted.profile()));
    }
    FindingText text = FindingText.of(input.text(), Terminal.inkOfStandardError(System.getenv()));
    findings.forEach(finding -> text.of(finding).forEach(err::println));
    if (findings.stream().anyMatch(Finding::isError)) {
      err.println("warren: nothing is written: see above");
      return ExitStatus.FAULTY;
    }
    spec.commandLine().getOut().print(written);
    spec.commandLine().getOut().flush();
    return ExitStatus.OK;
  }

  private static Finding leftOut(ProfileFile.OtherObject object) {
    return Finding.warning(LEFT_OUT, "This " + object.kind() + " is no profile, and is left out.")
        .hint("Take it from this file where it is needed.")
        .at(object.place());
  }
}
