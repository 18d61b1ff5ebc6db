package warren.cli.secret;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code REGISTRY=URL}. */
final class EndpointOption implements ITypeConverter<Map.Entry<String, URI>> {
  @Override
  public Map.Entry<String, URI> convert(String text) {
    int equals = text.indexOf('=');
    try {
      URI url = new URI(text.substring(equals + 1));
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      boolean bare = url.getPath() == null || url.getPath().replace("/", "").isEmpty();
      if (equals > 0 && web && bare && url.getHost() != null && url.getUserInfo() == null) {
        return Map.entry(text.substring(0, equals), url);
      }
    } catch (URISyntaxException malformed) {
      // Told below.
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is not REGISTRY=URL, such as registry.example.org:5000=http://127.0.0.1:5000");
  }
}
