package warren.launch;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import warren.api.NnfContainerProfile;
import warren.dw.Dialect;
import warren.dw.DirectiveReader;
import warren.dw.JobScript;
import warren.dw.Reading;
import warren.dw.RuleBook;
import warren.names.WorkflowIdentity;
import warren.plan.Planner;
import warren.plan.Planning;
import warren.plan.UserIdentity;
import warren.profile.ProfileCatalog;

/** The examples, and cases that only tests need: a job script and a profile each. */
final class Cases {
  static final WorkflowIdentity WORKFLOW =
      new WorkflowIdentity("default", "fluxjob-7", "5f0e3a52-9a7c-4f0e-8f57-7b9c2f4f1c11");

  private Cases() {}

  /** What is to be launched for the container directive of a case, on two Rabbits. */
  static LaunchInputs inputs(String name) {
    byte[] script = text(name, "job.sh").getBytes(StandardCharsets.UTF_8);
    Reading reading =
        new DirectiveReader(RuleBook.standard())
            .read(JobScript.read("job.sh", script, Dialect.SLURM));
    NnfContainerProfile profile =
        Serialization.unmarshal(text(name, "profile.yaml"), NnfContainerProfile.class);
    Planning planning =
        new Planner(new OneProfile(profile)).plan(reading, new UserIdentity(1050, 1051));
    return new LaunchInputs(
        WORKFLOW,
        planning.plan().orElseThrow().containers().getFirst(),
        List.of("rabbit-0", "rabbit-1"));
  }

  /** A file of an example, or else of a folder of this module's test resources. */
  static String text(String name, String file) {
    Path home =
        Path.of(
            Optional.ofNullable(System.getProperty("warren.home"))
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "the system property warren.home has to name the checkout: Maven sets"
                                + " it, an IDE needs -Dwarren.home=FOLDER")));
    try {
      Path example = home.resolve("examples").resolve(name);
      Path own = home.resolve("mpi-launcher/src/test/resources").resolve(name);
      return Files.readString((Files.isDirectory(example) ? example : own).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " of " + name, e);
    }
  }

  private record OneProfile(NnfContainerProfile profile) implements ProfileCatalog {
    @Override
    public Optional<NnfContainerProfile> find(String name) {
      return Optional.of(profile).filter(found -> found.getMetadata().getName().equals(name));
    }

    @Override
    public List<String> names() {
      return List.of(profile.getMetadata().getName());
    }
  }
}
