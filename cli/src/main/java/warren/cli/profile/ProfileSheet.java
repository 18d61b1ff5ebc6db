package warren.cli.profile;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import warren.cli.show.Sheet;
import warren.profile.FailureAction;
import warren.profile.ProfileWorkload;
import warren.profile.ResolvedProfile;

/** What a profile says in the end, for a person: defaults filled in, overrides told. */
public final class ProfileSheet {
  private final ResolvedProfile profile;
  private final Sheet sheet;

  private ProfileSheet(ResolvedProfile profile, Sheet sheet) {
    this.profile = profile;
    this.sheet = sheet;
  }

  /** Adds the facts of a profile, below a heading of their own. */
  public static void tell(ResolvedProfile profile, Sheet sheet) {
    new ProfileSheet(profile, sheet).tell();
  }

  private void tell() {
    sheet
        .heading("profile " + profile.name())
        .row("may be used by", profile.users().words())
        .row("limits", limits())
        .row("retryLimit", profile.retryLimit() + mark("retryLimit"))
        .row(
            "preRunTimeoutSeconds",
            seconds(profile.preRunTimeout(), "no limit") + mark("preRunTimeoutSeconds"))
        .row(
            "postRunTimeoutSeconds",
            seconds(profile.postRunTimeout(), "not waited for") + mark("postRunTimeoutSeconds"))
        .row("onFailure", onFailure())
        .row(
            "storages",
            IntStream.range(0, profile.storages().size()).mapToObj(this::storage).toList());
    switch (profile.workload()) {
      case ProfileWorkload.Single single -> tellPod("", single.pod());
      case ProfileWorkload.Mpi mpi -> {
        sheet
            .row("mpiImplementation", mpi.implementation() + mark("mpiSpec.mpiImplementation"))
            .row("slotsPerWorker", mpi.slotsPerWorker() + mark("mpiSpec.slotsPerWorker"));
        tellPod("launcher's ", mpi.launcher().getSpec());
        tellPod("worker's ", mpi.worker().getSpec());
      }
    }
    sheet
        .row("pull secrets", profile.workload().pullSecrets())
        .row("overridden", profile.overrides().stream().map(ProfileSheet::words).toList())
        .row("digest", profile.payloadDigest());
  }

  /** The default is not told: nothing happens then that anybody would not expect. */
  private List<String> onFailure() {
    return profile.onFailure() == FailureAction.REPORT
        ? List.of()
        : List.of(profile.onFailure().word());
  }

  private String mark(String field) {
    return profile.defaults().contains(field) ? " (default)" : "";
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    profile.limits().nodes().ifPresent(nodes -> limits.add("nodes " + nodes));
    profile.limits().portsPerContainer().ifPresent(n -> limits.add("portsPerContainer " + n));
    profile.limits().runTime().ifPresent(time -> limits.add("runSeconds " + time.toSeconds()));
    return limits;
  }

  private String storage(int index) {
    ResolvedProfile.ProfileStorage storage = profile.storages().get(index);
    String field = "storages[" + index + "].";
    return storage.name()
        + (storage.optional() ? ", optional" : ", required")
        + mark(field + "optional")
        + storage.mode().map(mode -> ", " + mode.word() + mark(field + "pvcMode")).orElse("");
  }

  private static String seconds(Duration time, String zero) {
    return time.isZero() ? "0, " + zero : Long.toString(time.toSeconds());
  }

  private static String words(ResolvedProfile.Overridden override) {
    return override.field()
        + " is "
        + override.used()
        + override.given().map(given -> " here, not " + given).orElse(" here")
        + ": "
        + override.reason();
  }

  private void tellPod(String whose, PodSpec pod) {
    pod.getInitContainers()
        .forEach(container -> tellContainer(whose + "init container", container));
    pod.getContainers().forEach(container -> tellContainer(whose + "container", container));
  }

  private void tellContainer(String what, Container container) {
    List<String> values = new ArrayList<>();
    values.add(container.getName() + ": " + container.getImage());
    List<String> words = new ArrayList<>(container.getCommand());
    words.addAll(container.getArgs());
    if (!words.isEmpty()) {
      String line = String.join(" ", words.stream().map(ProfileSheet::quoted).toList());
      values.add((container.getCommand().isEmpty() ? "the image's command with " : "runs ") + line);
    }
    sheet.row(what, values);
  }

  /** As a shell would need it, so that words can be told apart. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./$()-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
