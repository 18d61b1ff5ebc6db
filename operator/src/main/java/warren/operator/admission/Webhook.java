package warren.operator.admission;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import warren.api.NnfContainerProfile;
import warren.api.Workflow;

/**
 * One kind of object that the API server asks about.
 *
 * @param path where the API server posts its questions, as the webhook configuration says
 * @param kind of the objects
 * @param answer the answer to a question's JSON; empty when it is no question about this kind
 */
record Webhook(String path, String kind, Function<byte[], Optional<Reply>> answer) {
  static final String PROFILES = "/profiles";
  static final String WORKFLOWS = "/workflows";

  /**
   * An answer.
   *
   * @param allowed whether the write is let in
   * @param json the answer as the API server reads it
   */
  record Reply(boolean allowed, String json) {}

  Webhook {
    requireNonNull(path, "path");
    requireNonNull(kind, "kind");
    requireNonNull(answer, "answer");
  }

  /** Writes of profiles. */
  static Webhook of(ProfileReview review) {
    return new Webhook(
        PROFILES,
        "NnfContainerProfile",
        json ->
            ReviewDocument.read(json, NnfContainerProfile.class)
                .map(
                    document ->
                        reply(
                            document,
                            review.of(document.object(), document.before()),
                            "warren profile lint")));
  }

  /** New Workflows. */
  static Webhook of(WorkflowReview review) {
    return new Webhook(
        WORKFLOWS,
        "Workflow",
        json ->
            ReviewDocument.read(json, Workflow.class)
                .filter(document -> document.object().getSpec() != null)
                .map(
                    document ->
                        reply(document, review.of(document.object()), "warren check --cluster")));
  }

  private static Reply reply(ReviewDocument<?> document, Verdict verdict, String command) {
    return new Reply(verdict.allowed(), document.answer(verdict, command));
  }
}
