package warren.cli.secret;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.site.AdministratorAccess;
import warren.names.KubernetesNames;
import warren.names.Names;
import warren.pull.RegistryLogin;

/** {@code warren secret create}. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "warren secret create NAME --server=SERVER --username=USER --password-stdin",
      "                            [-n=NAMESPACE] [--replace] [--kubeconfig=FILE]",
      "warren secret create NAME --server=SERVER --from-docker-config[=FILE]",
      "                            [--username=USER] [-n=NAMESPACE] [--replace]",
      "                            [--kubeconfig=FILE]"
    },
    description = {
      "Makes a pull secret for profiles to name in imagePullSecrets.",
      "The password is read from standard input or from Docker's file, and never shown."
    })
final class CreateSecretCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final AdministratorOption administrator = new AdministratorOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "The secret's name.")
  private String name;

  @Option(
      names = "--server",
      required = true,
      paramLabel = "SERVER",
      description =
          "The registry, as in image names: HOST[:PORT], or with /PATH after it for a part of it.")
  private String server;

  @Option(
      names = "--username",
      paramLabel = "USER",
      description = "Who to be there; not needed with --from-docker-config.")
  private String username;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      defaultValue = Names.PROFILE_NAMESPACE,
      description = "Where to put it; default ${DEFAULT-VALUE}, beside the profiles.")
  private String namespace;

  @Option(
      names = "--replace",
      description = "Take the place of a pull secret that is there; running jobs keep the old one.")
  private boolean replace;

  /** Where the password comes from. */
  private static final class Source {
    @Option(
        names = "--password-stdin",
        required = true,
        description = "Read the password from standard input.")
    private boolean standardInput;

    @Option(
        names = "--from-docker-config",
        arity = "0..1",
        fallbackValue = "",
        required = true,
        paramLabel = "FILE",
        description =
            "Take what docker login wrote for SERVER, into FILE; by default"
                + " $DOCKER_CONFIG/config.json or ~/.docker/config.json.")
    private String dockerConfig;
  }

  @Override
  public Integer call() {
    check();
    RegistryLogin login = login();
    Secret made = login.secret(namespace, name);
    try (AdministratorAccess access = administrator.open(administrator.local())) {
      String what = access.ask(client -> put(client, made));
      spec.commandLine()
          .getOut()
          .printf(
              "secret %s in namespace %s %s: %s at %s%n",
              name, namespace, what, login.username(), server);
    }
    return ExitStatus.OK;
  }

  private void check() {
    if (!KubernetesNames.isSubdomain(name)) {
      throw wrong(
          "'" + name + "' cannot be the name of a secret: small letters, digits, '-' and '.'");
    }
    ServerName.problem(server)
        .ifPresent(
            why -> {
              throw wrong("--server: '" + server + "' is no registry: " + why);
            });
    if (source.standardInput && (username == null || username.isBlank())) {
      throw wrong("--password-stdin needs --username");
    }
    if (username != null && username.contains(":")) {
      throw wrong("--username: a user name has no colon");
    }
  }

  private RegistryLogin login() {
    if (source.standardInput) {
      return new RegistryLogin(server, username, password());
    }
    RegistryLogin login = DockerConfigFile.login(file(), server);
    if (username != null && !username.equals(login.username())) {
      throw new CommandException(
          ExitStatus.REFUSED,
          "Docker's file has a login of %s for %s, not of %s"
              .formatted(login.username(), server, username));
    }
    return login;
  }

  private Path file() {
    return source.dockerConfig.isEmpty()
        ? DockerConfigFile.usual(System.getenv(), Path.of(System.getProperty("user.home")))
        : Path.of(source.dockerConfig);
  }

  /** All of standard input, but for the line break at its end. */
  private String password() {
    try {
      String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      String password = text.replaceFirst("\\r?\\n$", "");
      if (password.isEmpty() || password.lines().count() > 1) {
        throw new CommandException(
            ExitStatus.REFUSED,
            "standard input has to hold the password, alone on one line, such as: "
                + "warren secret create ... --password-stdin < token");
      }
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException("standard input cannot be read", e);
    }
  }

  private String put(KubernetesClient client, Secret made) {
    Optional<Secret> there =
        Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get());
    return switch (Placement.of(there, replace)) {
      case Placement.Create create -> {
        client.resource(made).create();
        yield "is made";
      }
      case Placement.Update update -> {
        made.getMetadata().setResourceVersion(update.resourceVersion());
        client.resource(made).update();
        yield "is replaced";
      }
      case Placement.Recreate recreate -> {
        client.resource(there.orElseThrow()).delete();
        client.resource(made).create();
        yield "is replaced";
      }
      case Placement.Refuse refuse -> throw new CommandException(ExitStatus.REFUSED, refuse.why());
    };
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
