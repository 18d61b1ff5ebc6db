package warren.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import warren.api.NnfContainerProfile;
import warren.profile.ProfileReader;
import warren.profile.ProfileWorkload;

/**
 * Every good and bad profile of profile-engine's folder of cases, at the door of the real API
 * server: verdict and words are lint's. The webhook says all that lint says; the rules of the
 * definition, which are asked first and hide the webhook where they refuse, what they have to say.
 */
@ExtendWith(Lab.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileCasesTest {
  private static final String FOLDER = "profile-engine/src/test/resources/warren/profile/cases";
  private static final String WEBHOOK = "admission webhook \"profiles.warren.internal\" denied";

  /** How the API server begins what a rule says; the value is that of the rule's field. */
  private static final Pattern INVALID = Pattern.compile("Invalid value: \"[^\"]*\": ");

  private final Lab lab;

  ProfileCasesTest(Lab lab) {
    this.lab = lab;
  }

  /** A profile of the folder, and what lint says of it. */
  private record Case(String name, String manifest, String verdict, List<String> errors) {
    static Case read(Path yaml) {
      String name = yaml.getFileName().toString().replaceFirst("\\.yaml$", "");
      try {
        List<String> told = Files.readAllLines(yaml.resolveSibling(name + ".expected"));
        return new Case(
            name,
            Files.readString(yaml),
            told.getFirst(),
            told.stream()
                .filter(line -> line.startsWith("error "))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void verdictAndWordsAreLints() throws IOException {
    List<String> wrong = new ArrayList<>();
    int byRules = 0;
    for (Case profile : cases()) {
      Optional<Status> refusal = refusal(lab.client().resource(profile.manifest()));
      if (refusal.isPresent() != profile.verdict().equals("refused")) {
        wrong.add(profile.name() + ": lint says " + profile.verdict() + ", the server " + refusal);
      } else if (refusal.isPresent() && refusal.get().getMessage().contains(WEBHOOK)) {
        profile.errors().stream()
            .filter(error -> !refusal.get().getMessage().contains(error))
            .forEach(error -> wrong.add(profile.name() + " does not say: " + error));
      } else if (refusal.isPresent()) {
        byRules++;
        ruleWords(profile, refusal.get()).stream()
            .filter(words -> !profile.errors().contains(words))
            .forEach(words -> wrong.add(profile.name() + " says what lint does not: " + words));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(byRules).as("the rules have a say").isPositive();
  }

  /** What lint accepts must not fail when the job's turn has come. */
  @Test
  void thePodsOfWhatLintAcceptsAreTakenByKubernetes(TestNamespace namespace) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Case profile : cases()) {
      if (profile.verdict().equals("accepted")) {
        for (PodTemplateSpec pod : pods(profile)) {
          refusal(lab.client().resource(job(pod, namespace.name())))
              .ifPresent(status -> wrong.add(profile.name() + ": " + status.getMessage()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<PodTemplateSpec> pods(Case profile) {
    NnfContainerProfile read =
        Serialization.unmarshal(profile.manifest(), NnfContainerProfile.class);
    return switch (ProfileReader.read(read).profile().orElseThrow().workload()) {
      case ProfileWorkload.Single single ->
          List.of(new PodTemplateSpecBuilder().withSpec(single.pod()).build());
      case ProfileWorkload.Mpi mpi -> List.of(mpi.launcher(), mpi.worker());
    };
  }

  private static Job job(PodTemplateSpec pod, String namespace) {
    return new JobBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName("trial")
        .endMetadata()
        .withNewSpec()
        .withTemplate(
            new PodTemplateSpecBuilder(pod).editSpec().withRestartPolicy("Never").endSpec().build())
        .endSpec()
        .build();
  }

  /** What the rules of the definition say, as lint would: at least something. */
  private static List<String> ruleWords(Case profile, Status refusal) {
    assertThat(refusal.getDetails().getCauses()).as(profile.name()).isNotEmpty();
    return refusal.getDetails().getCauses().stream()
        .map(
            cause ->
                "Profile %s: %s %s"
                    .formatted(
                        profile.name(),
                        cause.getField().replaceFirst("^data\\.", ""),
                        INVALID.matcher(cause.getMessage()).replaceFirst("")))
        .toList();
  }

  private List<Case> cases() throws IOException {
    try (Stream<Path> files = Files.list(lab.checkout().root().resolve(FOLDER))) {
      List<Case> cases =
          files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(Case::read).toList();
      assertThat(cases).hasSizeGreaterThanOrEqualTo(80);
      return cases;
    }
  }

  /** What the API server says against it; nothing is kept. */
  private static Optional<Status> refusal(Resource<? extends HasMetadata> written) {
    try {
      written.dryRun(true).create();
      return Optional.empty();
    } catch (KubernetesClientException refused) {
      assertThat(refused.getStatus()).as("%s", refused).isNotNull();
      return Optional.of(refused.getStatus());
    }
  }
}
