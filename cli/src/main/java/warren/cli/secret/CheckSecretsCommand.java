package warren.cli.secret;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.api.NnfContainerProfile;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.site.AdministratorAccess;
import warren.cli.site.RunnerSite;
import warren.cluster.Cluster;
import warren.cluster.Registry;
import warren.dw.Finding;
import warren.names.Names;
import warren.profile.PodSpecs;
import warren.profile.ProfileReader;
import warren.profile.ProfileWorkload;
import warren.profile.catalog.ClusterProfileCatalog;

/** {@code warren secret check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the registries for every image of a profile, with the profile's pull secrets, as the"
          + " nodes would.",
      "Exit status 0: all can be pulled; 120: one cannot; 123: of one it is not known."
    })
final class CheckSecretsCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;
  @Mixin private final AdministratorOption administrator = new AdministratorOption();

  @Parameters(index = "0", paramLabel = "PROFILE", description = "The profile's name.")
  private String profile;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      defaultValue = RunnerSite.DEFAULT_NAMESPACE,
      description =
          "For workflows of which namespace; default ${DEFAULT-VALUE}. Its secrets go before those"
              + " beside the profile.")
  private String namespace;

  @Option(
      names = "--endpoint",
      paramLabel = "REGISTRY=URL",
      converter = EndpointOption.class,
      description =
          "Ask REGISTRY at this address, by http or https; by default https://REGISTRY, and the"
              + " local cluster's registry where this machine has it.")
  private final List<Map.Entry<String, URI>> endpoints = new ArrayList<>();

  @Override
  public Integer call() {
    Optional<Cluster> local = administrator.local();
    try (AdministratorAccess access = administrator.open(local)) {
      Registries registries = new RegistryApi(endpoints(local), PATIENCE);
      int worst = ExitStatus.OK;
      for (Pod pod : access.ask(this::pods)) {
        worst = Math.max(worst, check(pod, registries));
      }
      return worst;
    }
  }

  /** A pod of the profile: its images are pulled with its own secrets, not with another pod's. */
  private record Pod(PodSpec spec, List<FoundSecret> secrets) {}

  private List<Pod> pods(KubernetesClient client) {
    NnfContainerProfile found =
        new ClusterProfileCatalog(client, Names.PROFILE_NAMESPACE)
            .find(profile)
            .orElseThrow(
                () ->
                    refused(
                        "there is no profile %s in namespace %s"
                            .formatted(profile, Names.PROFILE_NAMESPACE)));
    ProfileReader.ProfileReading reading = ProfileReader.read(found);
    ProfileWorkload workload =
        reading
            .profile()
            .orElseThrow(
                () ->
                    refused(
                        String.join(
                            "\n",
                            reading.findings().stream()
                                .filter(Finding::isError)
                                .map(Finding::sentence)
                                .toList())))
            .workload();
    Map<String, FoundSecret> secrets = new LinkedHashMap<>();
    return specs(workload)
        .map(
            pod ->
                new Pod(
                    pod,
                    PodSpecs.pullSecrets(pod).stream()
                        .map(name -> secrets.computeIfAbsent(name, one -> find(client, one)))
                        .toList()))
        .toList();
  }

  private FoundSecret find(KubernetesClient client, String name) {
    return FoundSecret.find(
        client, name, Stream.of(namespace, Names.PROFILE_NAMESPACE).distinct().toList());
  }

  private static Stream<PodSpec> specs(ProfileWorkload workload) {
    return switch (workload) {
      case ProfileWorkload.Single single -> Stream.of(single.pod());
      case ProfileWorkload.Mpi mpi -> Stream.of(mpi.launcher().getSpec(), mpi.worker().getSpec());
    };
  }

  private int check(Pod pod, Registries registries) {
    PrintWriter out = spec.commandLine().getOut();
    int worst = ExitStatus.OK;
    for (FoundSecret secret : pod.secrets()) {
      out.println(secret.sentence());
      worst = Math.max(worst, secret.exitStatus());
    }
    Keyring keyring = new Keyring(pod.secrets().stream().flatMap(FoundSecret::keys).toList());
    List<String> names = pod.secrets().stream().map(FoundSecret::name).toList();
    for (String image : PodSpecs.images(pod.spec())) {
      ImageVerdict verdict = ImageVerdict.of(image, names, keyring, registries);
      out.println(verdict.sentence());
      worst = Math.max(worst, verdict.exitStatus());
    }
    out.flush();
    return worst;
  }

  private Endpoints endpoints(Optional<Cluster> local) {
    Map<String, URI> known = new HashMap<>();
    local
        .map(Cluster::registry)
        .ifPresent(registry -> known.put(registry.nodeName(), address(registry)));
    endpoints.forEach(endpoint -> known.put(endpoint.getKey(), endpoint.getValue()));
    return new Endpoints(known);
  }

  private static URI address(Registry registry) {
    return URI.create("http://" + registry.localAddress());
  }

  private static CommandException refused(String sentence) {
    return new CommandException(ExitStatus.REFUSED, sentence);
  }
}
