package warren.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the help for what the launcher does itself, before there is anything to run. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Builds everything from source and passes every test, on a real local cluster.")
final class VerifyCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandException(
        ExitStatus.USAGE,
        "verify builds Warren from its sources: call it as ./warren verify in a checkout");
  }
}
