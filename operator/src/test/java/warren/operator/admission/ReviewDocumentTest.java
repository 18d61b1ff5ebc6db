package warren.operator.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import warren.api.NnfContainerProfile;
import warren.dw.Blame;
import warren.dw.Code;
import warren.dw.Finding;

final class ReviewDocumentTest {
  /** As API servers send it, with fields that do not matter here. */
  private static final String UPDATE =
      """
      {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u-1",
       "kind":{"group":"nnf.cray.hpe.com","version":"v1alpha11","kind":"NnfContainerProfile"},
       "operation":"UPDATE","userInfo":{"username":"kubernetes-admin"},"dryRun":false,
       "object":{"apiVersion":"nnf.cray.hpe.com/v1alpha1","kind":"NnfContainerProfile",
         "metadata":{"name":"p","namespace":"nnf-system","managedFields":[{"manager":"kubectl"}],
           "newInSomeVersion":1},
         "data":{"retryLimit":2}},
       "oldObject":{"apiVersion":"nnf.cray.hpe.com/v1alpha1","kind":"NnfContainerProfile",
         "metadata":{"name":"p","namespace":"nnf-system"},"data":{"retryLimit":1}},
       "options":{"kind":"UpdateOptions"}}}
      """;

  private static final ReviewDocument<NnfContainerProfile> DOCUMENT = read(UPDATE);
  private static final Code CODE = new Code("any");

  @Test
  void aQuestionIsRead() {
    assertThat(DOCUMENT.uid()).isEqualTo("u-1");
    assertThat(DOCUMENT.object().getMetadata().getName()).isEqualTo("p");
    assertThat(DOCUMENT.object().getData().get("retryLimit").asInt()).isEqualTo(2);
    assertThat(DOCUMENT.before().orElseThrow().getData().get("retryLimit").asInt()).isEqualTo(1);
    assertThat(
            read(UPDATE.replaceFirst("\"oldObject\":\\{", "\"oldObject\":null,\"x\":{")).before())
        .isEmpty();
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("no JSON", "uid: u-1"),
        Arguments.of("cut off", UPDATE.substring(0, 300)),
        Arguments.of("more after it", UPDATE + UPDATE),
        Arguments.of("not an object", "[]"),
        Arguments.of("no request", "{}"),
        Arguments.of("no uid", UPDATE.replace("\"uid\":\"u-1\"", "\"uid\":\"\"")),
        Arguments.of("no object", UPDATE.replace("\"object\"", "\"objekt\"")),
        Arguments.of("no metadata", UPDATE.replace("\"metadata\"", "\"meta\"")),
        Arguments.of("metadata of another kind", UPDATE.replace("\"name\":\"p\"", "\"name\":{}")),
        Arguments.of("data of another kind", UPDATE.replace("{\"retryLimit\":2}", "7")),
        Arguments.of("deep", "[".repeat(100_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void whatIsNoQuestionIsNothing(String name, String json) {
    assertThat(ReviewDocument.read(json.getBytes(UTF_8), NnfContainerProfile.class))
        .as(name)
        .isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreNothing() {
    assertThat(
            ReviewDocument.read(
                new byte[] {(byte) 0xff, 0, (byte) 0xfe, 7}, NnfContainerProfile.class))
        .isEmpty();
  }

  static Stream<Arguments> answers() {
    Finding first = Finding.error(CODE, Blame.INTERNAL, "One.").hint("Do this.");
    Finding second = Finding.error(CODE, Blame.INTERNAL, "Two.");
    Finding warning = Finding.warning(CODE, "Three.").hint("Do that.");
    return Stream.of(
        Arguments.of(
            new Verdict(List.of(), List.of()),
            """
            {"uid":"u-1","allowed":true}\
            """),
        Arguments.of(
            new Verdict(List.of(), List.of(warning)),
            """
            {"uid":"u-1","allowed":true,"warnings":["Three. Do that."]}\
            """),
        Arguments.of(
            new Verdict(List.of(first), List.of(warning)),
            """
            {"uid":"u-1","allowed":false,"warnings":["Three. Do that."],"status":
             {"apiVersion":"v1","kind":"Status","code":403,"reason":"Forbidden",
              "message":"One. Do this."}}\
            """),
        Arguments.of(
            new Verdict(List.of(first, second), List.of()),
            """
            {"uid":"u-1","allowed":false,"status":
             {"apiVersion":"v1","kind":"Status","code":403,"reason":"Forbidden",
              "message":"\\nOne. Do this.\\nTwo."}}\
            """));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersAsTheApiServerWantsIt(Verdict verdict, String response)
      throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();

    assertThat(json.readTree(DOCUMENT.answer(verdict, "warren profile lint")))
        .isEqualTo(
            json.readTree(
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"response\":"
                    + response
                    + "}"));
  }

  private static ReviewDocument<NnfContainerProfile> read(String json) {
    return ReviewDocument.read(json.getBytes(UTF_8), NnfContainerProfile.class).orElseThrow();
  }
}
