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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import warren.api.NnfContainerProfile;
import warren.dw.Finding;

/**
 * The question of an {@code AdmissionReview} of {@code admission.k8s.io/v1} about a profile, and
 * the answer to it.
 *
 * @param uid tells the API server which question an answer is to
 * @param profile as it is to be written
 * @param before as it is; empty when it is being created
 */
record ReviewDocument(
    String uid, NnfContainerProfile profile, Optional<NnfContainerProfile> before) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  ReviewDocument {
    requireNonNull(uid, "uid");
    requireNonNull(profile, "profile");
    requireNonNull(before, "before");
  }

  /** Empty when this is no such question. */
  static Optional<ReviewDocument> read(byte[] json) {
    try {
      JsonNode request = JSON.readTree(json).path("request");
      String uid = request.path("uid").asText();
      Optional<NnfContainerProfile> profile = profile(request.get("object"));
      return uid.isEmpty() || profile.isEmpty()
          ? Optional.empty()
          : Optional.of(new ReviewDocument(uid, profile.get(), profile(request.get("oldObject"))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<NnfContainerProfile> profile(JsonNode node)
      throws JsonProcessingException {
    return node instanceof ObjectNode object && object.path("metadata").isObject()
        ? Optional.of(JSON.treeToValue(object, NnfContainerProfile.class))
        : Optional.empty();
  }

  /** The answer's JSON. */
  String answer(Verdict verdict) {
    AdmissionResponseBuilder response =
        new AdmissionResponseBuilder()
            .withUid(uid)
            .withAllowed(verdict.allowed())
            .withWarnings(WarningTexts.of(verdict.warnings()));
    if (!verdict.allowed()) {
      response.withStatus(
          new StatusBuilder()
              .withCode(HttpURLConnection.HTTP_FORBIDDEN)
              .withReason("Forbidden")
              .withMessage(message(verdict.errors()))
              .build());
    }
    AdmissionReview review = new AdmissionReviewBuilder().withResponse(response.build()).build();
    try {
      return JSON.writeValueAsString(review);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer can be written as JSON", e);
    }
  }

  /** A single error in the line that the API server begins; several in lines of their own. */
  private static String message(List<Finding> errors) {
    String lines = errors.stream().map(Finding::sentence).collect(Collectors.joining("\n"));
    return errors.size() == 1 ? lines : "\n" + lines;
  }
}
