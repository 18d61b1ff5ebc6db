package warren.apiserver;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;

/**
 * What a failed request to the API server means. The code alone does not say: 403 is a quota that
 * is used up, a namespace that is being deleted, a right that is missing, or a policy that denies;
 * 422 is a patch whose test failed, or an object that is not valid.
 */
public sealed interface ApiFailure {
  /** For the user: what could not be read or made, and why. One line, a whole sentence. */
  String sentence();

  /** Whether the API server may have carried the request out although the request failed. */
  default boolean mayHaveHappened() {
    return false;
  }

  /** The request was made from what is no longer so: read again, then decide again. */
  record Stale(State state, String sentence) implements ApiFailure {
    /** What is otherwise than the request assumed. */
    public enum State {
      /** An object of the name exists already. */
      EXISTS,
      /** The object was changed, or was deleted and made anew. */
      CHANGED,
      /** The object does not exist. */
      GONE
    }

    public Stale {
      requireNonNull(state, "state");
      requireNonNull(sentence, "sentence");
    }
  }

  /** The same request can succeed later, without anyone changing the request. */
  record Transient(Obstacle obstacle, String sentence) implements ApiFailure {
    /** What is in the way. */
    public enum Obstacle {
      /** No answer: no connection, or none in time. */
      NO_ANSWER,
      /** The API server fails, starts, or does not know the kind of object (yet). */
      SERVER,
      /** The API server asks for fewer requests. */
      BUSY,
      /** The API server does not accept the credentials: a token was replaced or has expired. */
      CREDENTIALS,
      /** An admission webhook fails or cannot be reached. */
      WEBHOOK,
      /** The namespace's quota is used up. */
      QUOTA,
      /** The namespace is being deleted, or does not exist. */
      NAMESPACE,
      /** An admission webhook takes no dry runs, so that only a real request is judged. */
      NO_DRY_RUN
    }

    public Transient {
      requireNonNull(obstacle, "obstacle");
      requireNonNull(sentence, "sentence");
    }

    @Override
    public boolean mayHaveHappened() {
      return switch (obstacle) {
        case NO_ANSWER, SERVER -> true;
        case BUSY, CREDENTIALS, WEBHOOK, QUOTA, NAMESPACE, NO_DRY_RUN -> false;
      };
    }

    /**
     * Whether a dry run that failed so says nothing of the object: the namespace as it is now is in
     * the way, or a webhook that takes no dry runs.
     */
    public boolean leavesDryRunOpen() {
      return switch (obstacle) {
        case QUOTA, NAMESPACE, NO_DRY_RUN -> true;
        case NO_ANSWER, SERVER, BUSY, CREDENTIALS, WEBHOOK -> false;
      };
    }
  }

  /**
   * The cluster's schema, a policy or an admission webhook refuses the object, and will again.
   *
   * @param why the API server's words, without those that only name the object
   * @param denial what an admission webhook answered; empty when no webhook refused the object
   * @param causes what is wrong, each with its field; empty when the API server does not say
   */
  record Refused(String object, String why, Optional<Denial> denial, List<StatusCause> causes)
      implements ApiFailure {
    public Refused {
      requireNonNull(object, "object");
      requireNonNull(why, "why");
      requireNonNull(denial, "denial");
      causes = List.copyOf(causes);
    }

    /**
     * The answer of an admission webhook that refused an object.
     *
     * @param webhook the webhook's name
     * @param reasons the lines of the webhook's message; empty when the webhook gave no reason
     */
    public record Denial(String webhook, List<String> reasons) {
      public Denial {
        requireNonNull(webhook, "webhook");
        reasons = List.copyOf(reasons);
      }
    }

    @Override
    public String sentence() {
      return "The cluster does not accept " + object + ": " + ApiText.ended(why);
    }
  }

  /**
   * Whoever asked lacks a right. No matter of the user's: an administrator grants the right, and
   * then the same request succeeds.
   */
  record Forbidden(String sentence) implements ApiFailure {
    public Forbidden {
      requireNonNull(sentence, "sentence");
    }
  }

  /** What the failure of this request means. */
  static ApiFailure of(ApiRequest request, KubernetesClientException e) {
    return new ApiJudge(request, e).judge();
  }

  /** The same of a request that only the exception tells of. */
  static ApiFailure of(KubernetesClientException e) {
    return of(ApiRequest.of(e), e);
  }
}
