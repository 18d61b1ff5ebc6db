package warren.cli.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import warren.cli.CommandException;
import warren.cli.ExitStatus;
import warren.cli.show.SafeText;
import warren.dw.RuleBook;

/**
 * Finds and reads the site file: the option, else the environment, else the local cluster's own.
 */
public final class SiteFile {
  /** The environment variable that names a site file. */
  public static final String VARIABLE = "WARREN_SITE";

  private static final String SHAPE =
      "a site file has kubeconfig, namespace and sharedRoot, each one text, localRoots, a map of"
          + " texts, containersPerJob, a number from 1 to "
          + RuleBook.MOST_CONTAINERS
          + ", and logLimitMiB, a number above 0";

  private SiteFile() {}

  /**
   * The site to use.
   *
   * @param option the file of {@code --site}
   * @param environment for {@value #VARIABLE}
   * @param fallback the kept local cluster's file, whether it exists or not
   * @throws CommandException when there is none, or it cannot be read
   */
  public static RunnerSite find(
      Optional<Path> option, Map<String, String> environment, Optional<Path> fallback) {
    Optional<Path> named =
        option.or(
            () ->
                Optional.ofNullable(environment.get(VARIABLE))
                    .filter(text -> !text.isEmpty())
                    .map(Path::of));
    if (named.isPresent()) {
      return read(named.get());
    }
    return fallback
        .filter(Files::exists)
        .map(SiteFile::read)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitStatus.TROUBLE,
                    "no cluster: the local one is not running and no other is named; start it with"
                        + " ./warren cluster up, or name a site file with --site FILE or "
                        + VARIABLE));
  }

  static RunnerSite read(Path file) {
    try {
      RunnerSite.Text text = parse(Files.readString(file, StandardCharsets.UTF_8));
      if (text == null || text.kubeconfig() == null) {
        throw unreadable(file, "it names no kubeconfig", null);
      }
      if (text.localRoots() != null && text.localRoots().containsValue(null)) {
        throw unreadable(file, SHAPE, null);
      }
      if (text.containersPerJob() != null
          && (text.containersPerJob() < 1 || text.containersPerJob() > RuleBook.MOST_CONTAINERS)) {
        throw unreadable(file, SHAPE, null);
      }
      if (text.logLimitMiB() != null && text.logLimitMiB() < 1) {
        throw unreadable(file, SHAPE, null);
      }
      return text.relativeTo(file.toAbsolutePath().getParent());
    } catch (UnrecognizedPropertyException unknown) {
      throw unreadable(
          file, "it says '" + SafeText.oneLine(unknown.getPropertyName()) + "'; " + SHAPE, unknown);
    } catch (JsonMappingException misshapen) {
      throw unreadable(file, SHAPE, misshapen);
    } catch (JsonProcessingException malformed) {
      throw unreadable(
          file, "it is no YAML: " + SafeText.oneLine(malformed.getOriginalMessage()), malformed);
    } catch (InvalidPathException impossible) {
      throw unreadable(file, "a path in it cannot be one", impossible);
    } catch (IOException missing) {
      throw unreadable(file, "it cannot be read", missing);
    }
  }

  /** JSON is YAML, but read as such it takes a tenth of a second less, and a job waits for that. */
  private static RunnerSite.Text parse(String text) throws JsonProcessingException {
    if (text.startsWith("{")) {
      try {
        return mapper(new JsonFactory()).readValue(text, RunnerSite.Text.class);
      } catch (JsonParseException notStrict) {
        return mapper(new YAMLFactory()).readValue(text, RunnerSite.Text.class);
      }
    }
    return mapper(new YAMLFactory()).readValue(text, RunnerSite.Text.class);
  }

  private static ObjectMapper mapper(JsonFactory format) {
    return JsonMapper.builder(format)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static CommandException unreadable(Path file, String why, Exception cause) {
    return new CommandException(
        ExitStatus.REFUSED, "the site file " + file + " is no use: " + why, cause);
  }
}
