package warren.launch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** The folders of test resources: a job script and a profile each, and the objects they become. */
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

  /** Objects as a YAML stream. */
  static String yaml(List<HasMetadata> objects) {
    return objects.stream().map(Serialization::asYaml).collect(Collectors.joining());
  }

  static String text(String name, String file) {
    String resource = "/" + name + "/" + file;
    try (InputStream in = Cases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no test resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
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
