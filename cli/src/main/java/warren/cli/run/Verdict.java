package warren.cli.run;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import warren.cli.ExitStatus;

/**
 * What is to be said of a run at its end.
 *
 * @param script the script's status; empty when it was not started or did not end by itself
 * @param failed the containers or their storage failed
 * @param trouble the cluster or this machine failed
 * @param refused the cluster refused the job, so that nothing was started
 */
record Verdict(OptionalInt script, boolean failed, boolean trouble, boolean refused) {
  static final Verdict NOTHING_YET = new Verdict(OptionalInt.empty(), false, false, false);

  Verdict {
    requireNonNull(script, "script");
  }

  Verdict scriptEnded(int status) {
    return new Verdict(OptionalInt.of(status), failed, trouble, refused);
  }

  Verdict withFailure() {
    return new Verdict(script, true, trouble, refused);
  }

  Verdict withTrouble() {
    return new Verdict(script, failed, true, refused);
  }

  Verdict withRefusal() {
    return new Verdict(script, failed, trouble, true);
  }

  /** The exit status: the script's own failure counts most, then whose fault it was. */
  int exitStatus() {
    if (refused) {
      return ExitStatus.REFUSED;
    }
    if (script.orElse(ExitStatus.OK) != ExitStatus.OK) {
      return script.getAsInt();
    }
    if (failed) {
      return script.isPresent() ? ExitStatus.FAILED_AFTER_SCRIPT : ExitStatus.FAILED_BEFORE_SCRIPT;
    }
    return trouble || script.isEmpty() ? ExitStatus.TROUBLE : ExitStatus.OK;
  }
}
