package warren.cli.secret;

import com.google.cloud.tools.jib.http.FailoverHttpClient;
import com.google.cloud.tools.jib.http.Request;
import com.google.cloud.tools.jib.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URL;

/**
 * Speaks http to a registry that is declared so, and https with a certificate that is good to
 * everybody else; jib by itself would accept any certificate, from everybody, along with http.
 */
final class EndpointHttpClient extends FailoverHttpClient {
  private static final String HTTP = "http";

  private final URI endpoint;
  private final FailoverHttpClient strict = new FailoverHttpClient(false, false, event -> {});

  EndpointHttpClient(URI endpoint) {
    super(true, true, event -> {});
    this.endpoint = endpoint;
  }

  @Override
  public Response call(String method, URL url, Request request) throws IOException {
    if (!HTTP.equals(endpoint.getScheme())) {
      return strict.call(method, url, request);
    }
    if (endpoint.getRawAuthority().equals(url.getAuthority())) {
      return super.call(
          method, URI.create(HTTP + "://" + url.getAuthority() + url.getFile()).toURL(), request);
    }
    // Such as the server of its tokens: as the registry names it.
    return HTTP.equals(url.getProtocol())
        ? super.call(method, url, request)
        : strict.call(method, url, request);
  }

  @Override
  public void shutDown() throws IOException {
    super.shutDown();
    strict.shutDown();
  }
}
