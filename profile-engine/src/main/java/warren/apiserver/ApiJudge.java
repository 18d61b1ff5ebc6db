package warren.apiserver;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import warren.apiserver.ApiFailure.Forbidden;
import warren.apiserver.ApiFailure.Refused;
import warren.apiserver.ApiFailure.Refused.Denial;
import warren.apiserver.ApiFailure.Stale;
import warren.apiserver.ApiFailure.Stale.State;
import warren.apiserver.ApiFailure.Transient;
import warren.apiserver.ApiFailure.Transient.Obstacle;
import warren.apiserver.ApiRequest.Verb;

/**
 * Judges one failed request. Texts are only looked at where the API server puts its own words, at
 * the beginning: behind them stand words of policies, webhooks and users.
 */
final class ApiJudge {
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;

  /** As in {@code jobs.batch "wf" is forbidden: exceeded quota: …}. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("^(?:\\S+(?: \"[^\"]*\")? is )?forbidden: (.*)$");

  private static final Pattern DENIED =
      Pattern.compile(
          "^admission webhook \"([^\"]*)\" denied the request(?::(.*)|.*)$", Pattern.DOTALL);

  private static final Pattern NO_DRY_RUN =
      Pattern.compile("^admission webhook \"[^\"]*\" does not support dry run");

  private static final Pattern WEBHOOK =
      Pattern.compile(
          "^(?:Internal error occurred: )?failed calling webhook \"([^\"]*)\": "
              + "(?:failed to call webhook: )?(?:Post \"[^\"]*\": )?(.*)$");

  private static final Pattern RIGHT =
      Pattern.compile(
          "^User \"([^\"]*)\" cannot (\\S+) "
              + "(?:resource \"([^\"]*)\"(?: in API group \"([^\"]*)\")?"
              + "(?: in the namespace \"([^\"]*)\"| at the cluster scope)?|path \"([^\"]*)\")");

  /** How the quota plugin begins, unless the object lacks what a quota asks for. */
  private static final List<String> QUOTA =
      List.of("exceeded quota: ", "status unknown for quota: ", "insufficient quota to consume: ");

  /** What admission plugins say before they know enough. */
  private static final List<String> NOT_YET =
      List.of("not yet ready to handle request", "error looking up service account ");

  private final ApiRequest request;
  private final KubernetesClientException e;
  private final String said;

  ApiJudge(ApiRequest request, KubernetesClientException e) {
    this.request = request;
    this.e = e;
    this.said = ApiText.of(e);
  }

  ApiFailure judge() {
    int code = e.getCode();
    Matcher webhook = WEBHOOK.matcher(said);
    if (webhook.matches()) {
      return notYet(
          Obstacle.WEBHOOK,
          "the admission webhook \""
              + webhook.group(1)
              + "\" cannot be asked: "
              + webhook.group(2));
    }
    if (code <= 0) {
      return ApiText.isUnreadable(e)
          ? notYet(Obstacle.SERVER, "the API server's answer cannot be read: " + said)
          : notYet(Obstacle.NO_ANSWER, "the API server does not answer: " + said);
    }
    if (code >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
      return notYet(Obstacle.SERVER, said);
    }
    return switch (code) {
      case TOO_MANY -> notYet(Obstacle.BUSY, "the API server has too many requests: " + said);
      case HttpURLConnection.HTTP_CLIENT_TIMEOUT -> notYet(Obstacle.NO_ANSWER, said);
      // A list or a watch has to begin anew.
      case HttpURLConnection.HTTP_GONE -> notYet(Obstacle.SERVER, said);
      case HttpURLConnection.HTTP_CONFLICT -> conflict();
      case HttpURLConnection.HTTP_NOT_FOUND -> notFound();
      case HttpURLConnection.HTTP_UNAUTHORIZED ->
          denies()
              ? refused()
              : notYet(
                  Obstacle.CREDENTIALS,
                  "the API server does not accept the credentials of the request");
      case HttpURLConnection.HTTP_FORBIDDEN -> forbidden();
      case HttpURLConnection.HTTP_BAD_REQUEST ->
          NO_DRY_RUN.matcher(said).find() ? notYet(Obstacle.NO_DRY_RUN, said) : refused();
      case UNPROCESSABLE ->
          request.verb() == Verb.CHANGE && !namesTheObject()
              ? stale(State.CHANGED, "was changed meanwhile")
              : refused();
      default -> refused();
    };
  }

  private ApiFailure conflict() {
    if (denial().isPresent()) {
      return refused();
    }
    if (request.verb() != Verb.CREATE) {
      return stale(State.CHANGED, "was changed meanwhile");
    }
    // Nothing of the object's own can be in conflict before the object exists: the quota is.
    return "Conflict".equals(reason())
        ? notYet(Obstacle.SERVER, said)
        : stale(State.EXISTS, "exists already");
  }

  private ApiFailure notFound() {
    if (said.startsWith("namespaces \"")) {
      return notYet(Obstacle.NAMESPACE, said);
    }
    return request.verb() == Verb.CREATE || isUnknownKind()
        ? notYet(Obstacle.SERVER, "the cluster does not know this kind of object: " + said)
        : stale(State.GONE, "does not exist any more");
  }

  private boolean isUnknownKind() {
    return said.startsWith("the server could not find the requested resource")
        || said.startsWith("404 page not found");
  }

  private ApiFailure forbidden() {
    String why = why();
    Matcher right = RIGHT.matcher(why);
    if (right.find()) {
      return new Forbidden(
          cannot("the account " + right.group(1) + " lacks the right to ") + right(right));
    }
    if (why.startsWith("cannot set blockOwnerDeletion")) {
      return new Forbidden(
          cannot("a right is missing: ")
              + ApiText.ended(why)
              + " An administrator has to grant this right.");
    }
    if (hasCause("NamespaceTerminating") || why.startsWith("unable to create new content in ")) {
      return notYet(Obstacle.NAMESPACE, why);
    }
    if (QUOTA.stream().anyMatch(why::startsWith)) {
      return notYet(Obstacle.QUOTA, why);
    }
    if (NOT_YET.stream().anyMatch(why::startsWith)) {
      return notYet(Obstacle.SERVER, why);
    }
    // Who denies an object names the object; a proxy in between does not.
    return namesTheObject() || denies() ? refused() : notYet(Obstacle.SERVER, said);
  }

  private static String right(Matcher right) {
    String verb = right.group(2) + " ";
    if (right.group(3) == null) {
      return verb + right.group(6) + ". An administrator has to grant this right.";
    }
    String group = right.group(4);
    return verb
        + right.group(3)
        + (group == null || group.isEmpty() ? "" : "." + group)
        + (right.group(5) == null ? "" : " in namespace " + right.group(5))
        + ". An administrator has to grant this right.";
  }

  private boolean denies() {
    return denial().isPresent() || why().startsWith("ValidatingAdmissionPolicy ");
  }

  private boolean namesTheObject() {
    return !causes().isEmpty()
        || denial().isPresent()
        || details().map(StatusDetails::getKind).filter(kind -> !kind.isBlank()).isPresent();
  }

  private Refused refused() {
    String why =
        causes().isEmpty() || causes().stream().allMatch(cause -> cause.getField() == null)
            ? why()
            : causes().stream()
                .map(
                    cause ->
                        (cause.getField() == null ? "" : cause.getField() + ": ")
                            + cause.getMessage())
                .collect(Collectors.joining("; "));
    return new Refused(request.object(), ApiText.oneLine(why), denial(), causes());
  }

  private Transient notYet(Obstacle obstacle, String why) {
    return new Transient(obstacle, cannot("") + ApiText.ended(why));
  }

  private Stale stale(State state, String what) {
    return new Stale(state, request.object() + " " + what + ".");
  }

  private String cannot(String why) {
    return request.object() + " could not be " + request.verb().participle() + ": " + why;
  }

  /** What is said of the object, without its name. */
  private String why() {
    Matcher forbidden = FORBIDDEN.matcher(said);
    return forbidden.matches() ? forbidden.group(1) : said;
  }

  /** From the text as it was sent: a webhook gives its reasons in lines. */
  private Optional<Denial> denial() {
    return Optional.ofNullable(e.getStatus())
        .map(Status::getMessage)
        .map(text -> DENIED.matcher(text.strip()))
        .filter(Matcher::matches)
        .map(denied -> new Denial(denied.group(1), lines(denied.group(2))));
  }

  private static List<String> lines(String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private String reason() {
    return Optional.ofNullable(e.getStatus()).map(Status::getReason).orElse("");
  }

  private Optional<StatusDetails> details() {
    return Optional.ofNullable(e.getStatus()).map(Status::getDetails);
  }

  private List<StatusCause> causes() {
    return details().map(StatusDetails::getCauses).orElse(List.of());
  }

  private boolean hasCause(String reason) {
    return causes().stream().anyMatch(cause -> reason.equals(cause.getReason()));
  }
}
