package warren.operator.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What containerd 1.6 to 2.1, CRI-O 1.18 to 1.33 and Docker Hub, GHCR, Quay and Harbor report. */
final class PullFailureTest {
  /** Names that say what the texts of permanent failures say. */
  private static final List<Map<String, String>> NAMES =
      List.of(
          names("docker.io", "library/app", "1"),
          names("docker.io", "acme/authorizer", "1"),
          names("docker.io", "site/denied-list", "404"),
          names("unauthorized.example.org:5000", "not-found/manifest-unknown", "403"),
          names("forbidden.example.org", "401/no-basic-auth-credentials", "toomanyrequests"));

  private static Map<String, String> names(String host, String repository, String tag) {
    return Map.of("HOST", host, "REPO", repository, "TAG", tag);
  }

  private static final String CONTAINERD =
      "failed to pull and unpack image \"HOST/REPO:TAG\": failed to resolve reference"
          + " \"HOST/REPO:TAG\": ";
  private static final String OLD = "rpc error: code = Unknown desc = " + CONTAINERD;
  private static final String COPY =
      "failed to pull and unpack image \"HOST/REPO:TAG\": failed to copy: httpReadSeeker: failed"
          + " open: ";
  private static final String CRIO = "initializing source docker://HOST/REPO:TAG: ";
  private static final String READING = CRIO + "reading manifest TAG in HOST/REPO: ";
  private static final String PINGING =
      CRIO + "pinging container registry HOST: Get \"https://HOST/v2/\": ";
  private static final String URL = "https://HOST/v2/REPO/manifests/TAG";

  private static final Map<PullFailure, List<String>> REPORTS =
      Map.of(
          PullFailure.UNAUTHORIZED,
          List.of(
              CONTAINERD
                  + "pull access denied, repository does not exist or may require authorization:"
                  + " server message: insufficient_scope: authorization failed",
              OLD
                  + "pull access denied, repository does not exist or may require authorization:"
                  + " authorization failed: no basic auth credentials",
              CONTAINERD + "unexpected status from HEAD request to " + URL + ": 401 Unauthorized",
              CONTAINERD + "unexpected status from HEAD request to " + URL + ": 403 Forbidden",
              OLD + "unexpected status code [manifests TAG]: 401 Unauthorized",
              OLD + "pulling from host HOST failed with status code [manifests TAG]: 403 Forbidden",
              CONTAINERD
                  + "failed to authorize: failed to fetch anonymous token: unexpected status from"
                  + " GET request to"
                  + " https://HOST/token?scope=repository%3AREPO%3Apull&service=HOST: 403"
                  + " Forbidden",
              CONTAINERD
                  + "failed to authorize: failed to fetch oauth token: unexpected status from POST"
                  + " request to https://HOST/token: 401 Unauthorized",
              OLD
                  + "failed to authorize: failed to fetch anonymous token: unexpected status: 401"
                  + " Unauthorized",
              "Back-off pulling image \"HOST/REPO:TAG\": ErrImagePull: "
                  + CONTAINERD
                  + "unexpected status from HEAD request to "
                  + URL
                  + ": 401 Unauthorized",
              """
              rpc error: code = Unknown desc = Error reading manifest TAG in HOST/REPO: errors:
              denied: requested access to the resource is denied
              unauthorized: authentication required
              """,
              READING + "unauthorized: access to the requested resource is not authorized",
              READING + "denied: requested access to the resource is denied",
              CRIO
                  + "unable to retrieve auth token: invalid username/password: unauthorized:"
                  + " incorrect username or password",
              CRIO + "Requesting bearer token: invalid status code from registry 403 (Forbidden)"),
          PullFailure.NOT_FOUND,
          List.of(
              "rpc error: code = NotFound desc = " + CONTAINERD + "HOST/REPO:TAG: not found",
              CONTAINERD + "HOST/REPO:TAG: not found",
              CONTAINERD + "unexpected status from HEAD request to " + URL + ": 404 Not Found",
              READING + "manifest unknown: manifest unknown",
              READING + "manifest unknown",
              READING + "name unknown: Repo not found",
              READING + "manifest unknown: manifest tagged by \"TAG\" is not found",
              CRIO + "reading manifest TAG in HOST/REPO: StatusCode: 404, \"404 page not found\""),
          PullFailure.NO_PLATFORM,
          List.of(
              "rpc error: code = NotFound desc = failed to pull and unpack image"
                  + " \"HOST/REPO:TAG\": no match for platform in manifest"
                  + " sha256:3ea8bc2a33ee25c1c0ea8a3f1f5c5c4a9b2e0c5f: not found",
              "choosing image instance: no image found in image index for architecture \"arm64\","
                  + " variant \"v8\", OS \"linux\"",
              CRIO
                  + "choosing image instance: no image found in manifest list for architecture"
                  + " arm64, variant \"v8\", OS linux"),
          PullFailure.RATE_LIMIT,
          List.of(
              COPY
                  + "unexpected status code https://HOST/v2/REPO/manifests/sha256:141c253b: 429 Too"
                  + " Many Requests - Server message: toomanyrequests: You have reached your pull"
                  + " rate limit. You may increase the limit by authenticating and upgrading:"
                  + " https://www.docker.com/increase-rate-limit",
              OLD + "unexpected status from HEAD request to " + URL + ": 429 Too Many Requests",
              "rpc error: code = Unknown desc = Error reading manifest TAG in HOST/REPO:"
                  + " toomanyrequests: You have reached your pull rate limit. You may increase the"
                  + " limit by authenticating and upgrading:"
                  + " https://www.docker.com/increase-rate-limit",
              READING
                  + "toomanyrequests: You have reached your unauthenticated pull rate limit."
                  + " https://www.docker.com/increase-rate-limit"),
          PullFailure.NO_SPACE,
          List.of(
              "failed to pull and unpack image \"HOST/REPO:TAG\": failed to extract layer"
                  + " sha256:4fe2ade4980c: write"
                  + " /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/7/fs/x:"
                  + " no space left on device: unknown",
              "writing blob: storing blob to file \"/var/tmp/container_images_storage/1\": write"
                  + " /var/tmp/container_images_storage/1: no space left on device"),
          PullFailure.OTHER,
          List.of(
              CONTAINERD
                  + "failed to do request: Head \""
                  + URL
                  + "\": dial tcp: lookup HOST on 10.0.0.10:53: no such host",
              CONTAINERD
                  + "failed to do request: Head \""
                  + URL
                  + "\": dial tcp: lookup HOST: Temporary failure in name resolution",
              CONTAINERD
                  + "failed to do request: Head \""
                  + URL
                  + "\": dial tcp 10.1.2.3:443: connect: connection refused",
              CONTAINERD + "failed to do request: Head \"" + URL + "\": context deadline exceeded",
              CONTAINERD
                  + "failed to do request: Head \""
                  + URL
                  + "\": net/http: TLS handshake timeout",
              CONTAINERD
                  + "failed to do request: Head \""
                  + URL
                  + "\": tls: failed to verify certificate: x509: certificate signed by unknown"
                  + " authority",
              CONTAINERD
                  + "failed to do request: Head \""
                  + URL
                  + "\": x509: certificate is valid for denied, not HOST",
              CONTAINERD
                  + "failed to do request: Head \""
                  + URL
                  + "\": http: server gave HTTP response to HTTPS client",
              CONTAINERD
                  + "failed to authorize: failed to fetch anonymous token: Get"
                  + " \"https://HOST/token?scope=repository%3AREPO%3Apull&service=HOST\": dial tcp"
                  + " 199.59.148.222:443: i/o timeout",
              CONTAINERD
                  + "failed to authorize: failed to fetch oauth token: unexpected status from POST"
                  + " request to https://HOST/token: 503 Service Unavailable",
              CONTAINERD
                  + "unexpected status from HEAD request to "
                  + URL
                  + ": 500 Internal Server Error",
              CONTAINERD + "unexpected status from HEAD request to " + URL + ": 502 Bad Gateway",
              COPY + "unexpected status code https://HOST/v2/REPO/blobs/sha256:566e: 403 Forbidden",
              COPY + "content at https://HOST/v2/REPO/manifests/sha256:566e not found: not found",
              COPY + "unexpected EOF",
              "failed to pull and unpack image \"HOST/REPO:TAG\": failed to copy: read tcp"
                  + " 10.42.0.3:5122->10.1.2.3:443: read: connection reset by peer",
              "rpc error: code = Unavailable desc = connection error: desc = \"transport: Error"
                  + " while dialing: dial unix /run/containerd/containerd.sock: connect: connection"
                  + " refused\"",
              "rpc error: code = NotFound desc = failed to pull and unpack image"
                  + " \"HOST/REPO:TAG\": failed to extract layer sha256:4fe2: snapshot"
                  + " extract-1 does not exist: not found",
              "rpc error: code = DeadlineExceeded desc = context deadline exceeded",
              PINGING + "dial tcp 10.1.2.3:443: connect: no route to host",
              PINGING + "x509: certificate signed by unknown authority",
              PINGING + "proxyconnect tcp: dial tcp: lookup http: Temporary failure",
              CRIO + "Requesting bearer token: received unexpected HTTP status: 502 Bad Gateway",
              READING + "received unexpected HTTP status: 503 Service Unavailable",
              "(Mirrors also failed: [mirror/REPO:TAG: pinging container registry mirror: Get"
                  + " \"http://mirror/v2/\": dial tcp 10.1.2.4:80: connect: connection refused]):"
                  + " HOST/REPO:TAG: reading manifest TAG in HOST/REPO: manifest unknown",
              "Back-off pulling image \"HOST/REPO:TAG\"",
              "pull QPS exceeded",
              ""));

  static Stream<Arguments> reports() {
    return REPORTS.entrySet().stream()
        .flatMap(
            meant ->
                meant.getValue().stream()
                    .flatMap(
                        report ->
                            NAMES.stream()
                                .map(
                                    names -> Arguments.of(meant.getKey(), filled(report, names)))));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void theCodeIsJudgedAndNoName(PullFailure meant, String report) {
    assertThat(PullFailure.of(report)).as(PullFailure.stripped(report)).isEqualTo(meant);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsCertainIsPermanent(PullFailure failure) {
    assertThat(failure.isPermanent())
        .isEqualTo(
            List.of(PullFailure.UNAUTHORIZED, PullFailure.NOT_FOUND, PullFailure.NO_PLATFORM)
                .contains(failure));
  }

  @Test
  void dockerHubsLimitIsNamedAndWaitedFor() {
    Trouble trouble =
        ImageTrouble.pull(
            "acme/authorizer:1",
            "on rabbit-0",
            "prof",
            List.of(),
            "429 is in: unexpected status from HEAD request to https://x/v2/: 429 Too Many"
                + " Requests");

    assertThat(trouble.permanent()).isFalse();
    assertThat(trouble.finding().message())
        .startsWith(
            "The image acme/authorizer:1 of profile prof could not be pulled on rabbit-0 yet: the"
                + " registry's rate limit is reached (HTTP status 429): ");
  }

  @Test
  void anOutageOfAnAuthorizersRegistryIsWaitedFor() {
    for (String image : List.of("acme/authorizer:1", "site/denied-list:404")) {
      assertThat(
              ImageTrouble.pull(
                      image,
                      "on rabbit-0",
                      "prof",
                      List.of(),
                      "failed to pull and unpack image \"docker.io/%1$s\": failed to resolve reference \"docker.io/%1$s\": failed to do request: Head \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host"
                          .formatted(image))
                  .permanent())
          .isFalse();
    }
  }

  private static String filled(String report, Map<String, String> names) {
    String filled = report;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replaceAll("\\b" + name.getKey() + "\\b", name.getValue());
    }
    return filled;
  }
}
