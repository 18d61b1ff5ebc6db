package warren.cli.profile;

import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import warren.api.NnfContainerProfile;
import warren.cli.ExitStatus;
import warren.cli.JudgingCommand;
import warren.cli.job.UserOption;
import warren.cli.show.Terminal;
import warren.plan.UserIdentity;
import warren.profile.ProfileCatalog;
import warren.profile.ProfileReader;

/** {@code warren profile list}: the profiles a user may use, or all. */
@Command(
    name = ListCommand.NAME,
    mixinStandardHelpOptions = true,
    description =
        "Lists the profiles of the site's cluster, or of files, that you may use; or all of them.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:listed, if there are any",
      "1:files of the profiles have errors; the others are listed",
      "2:no answer: the command line or the cluster"
    })
public final class ListCommand implements JudgingCommand {
  public static final String NAME = "list";

  @Spec private CommandSpec spec;

  @Option(
      names = {"-A", "--all"},
      description = "All of them, with those that are refused whoever asks.")
  private boolean all;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private ListForm form;

  @Option(
      names = "--user",
      paramLabel = "UID:GID",
      converter = UserOption.class,
      description = "For this user, else for you; asking the cluster, only root may say.")
  private UserIdentity user;

  @Mixin private ProfileSource source;

  @Override
  public Integer call() {
    Predicate<NnfContainerProfile> wanted =
        all ? any -> true : usableBy(source.user(Optional.ofNullable(user)));
    Asked<List<NnfContainerProfile>> asked = source.ask(System.getenv(), ProfileCatalog::all);
    asked
        .faults()
        .tell(
            spec.commandLine().getErr(),
            Terminal.inkOfStandardError(System.getenv()),
            "the others are listed");
    print(asked.answer().stream().filter(wanted).toList());
    return asked.faults().isSound() ? ExitStatus.OK : ExitStatus.FAULTY;
  }

  /** Whether a profile can be read and admits this user. */
  private static Predicate<NnfContainerProfile> usableBy(UserIdentity user) {
    return profile ->
        ProfileReader.read(profile)
            .profile()
            .filter(read -> read.users().admit(user.uid(), user.gid(), user.supplementaryGroups()))
            .isPresent();
  }

  private void print(List<NnfContainerProfile> profiles) {
    PrintWriter out = spec.commandLine().getOut();
    switch (form) {
      case table -> print(profiles, false);
      case wide -> print(profiles, true);
      case json -> out.println(Serialization.asJson(list(profiles)));
      case yaml -> out.print(Serialization.asYaml(list(profiles)));
      case name -> profiles.stream().map(ResourceName::of).forEach(out::println);
    }
    out.flush();
  }

  private static KubernetesList list(List<NnfContainerProfile> profiles) {
    KubernetesList list = new KubernetesList();
    list.setItems(List.copyOf(profiles));
    return list;
  }

  private void print(List<NnfContainerProfile> profiles, boolean wide) {
    if (profiles.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              all
                  ? "warren: there are no profiles"
                  : "warren: no profiles for this user; -A lists all");
      return;
    }
    ProfileTable.of(profiles, wide).forEach(spec.commandLine().getOut()::println);
  }
}
