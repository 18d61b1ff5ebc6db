package warren.operator.admission;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponseBuilder;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReviewBuilder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;

/**
 * The question of an {@code AdmissionReview} of {@code admission.k8s.io/v1} about an object, and
 * the answer to it.
 *
 * @param uid tells the API server which question an answer is to
 * @param object as it is to be written
 * @param before as it is; empty when it is being created
 */
record ReviewDocument<T>(String uid, T object, Optional<T> before) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  ReviewDocument {
    requireNonNull(uid, "uid");
    requireNonNull(object, "object");
    requireNonNull(before, "before");
  }

  /** The question; empty when this is none about an object of this type. */
  static <T> Optional<ReviewDocument<T>> read(byte[] json, Class<T> type) {
    try {
      JsonNode request = JSON.readTree(json).path("request");
      String uid = request.path("uid").asText();
      Optional<T> object = object(request.get("object"), type);
      return uid.isEmpty() || object.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ReviewDocument<>(uid, object.get(), object(request.get("oldObject"), type)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> object(JsonNode node, Class<T> type)
      throws JsonProcessingException {
    return node instanceof ObjectNode object && object.path("metadata").isObject()
        ? Optional.of(JSON.treeToValue(object, type))
        : Optional.empty();
  }

  /**
   * The answer's JSON.
   *
   * @param command shows all findings where an answer has no room for them
   */
  String answer(Verdict verdict, String command) {
    AdmissionResponseBuilder response =
        new AdmissionResponseBuilder()
            .withUid(uid)
            .withAllowed(verdict.allowed())
            .withWarnings(AnswerTexts.warnings(verdict.warnings(), command));
    if (!verdict.allowed()) {
      response.withStatus(
          new StatusBuilder()
              .withCode(HttpURLConnection.HTTP_FORBIDDEN)
              .withReason("Forbidden")
              .withMessage(AnswerTexts.errors(verdict.errors(), command))
              .build());
    }
    AdmissionReview review = new AdmissionReviewBuilder().withResponse(response.build()).build();
    try {
      return JSON.writeValueAsString(review);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer can be written as JSON", e);
    }
  }
}
