package warren.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class ModelsTest {
  @Test
  void a_workflow_with_unknown_fields_is_read() {
    Workflow workflow =
        Serialization.unmarshal(
            """
            apiVersion: dataworkflowservices.github.io/v1alpha7
            kind: Workflow
            metadata: {name: w, namespace: default}
            spec:
              desiredState: PreRun
              wlmID: flux
              jobID: ƒ2tZ
              userID: 4294967294
              groupID: 1051
              somethingNew: {a: 1}
              dwDirectives: ["#DW container name=c profile=p"]
            status:
              state: PreRun
              status: DriverWait
              somethingElse: [1]
              requires: [copy-offload]
              env: {DW_WORKFLOW_NAME: w}
              drivers:
              - {driverID: d, taskID: "", dwdIndex: 0, watchState: PreRun, lastHB: 0,
                 completed: false, later: x}
              computes: {kind: Computes, name: w, namespace: default, uid: u}
            """,
            Workflow.class);
    assertThat(workflow.getSpec().userID()).isEqualTo(4294967294L);
    assertThat(workflow.getSpec().jobID().getStrVal()).isEqualTo("ƒ2tZ");
    assertThat(workflow.getSpec().directives()).containsExactly("#DW container name=c profile=p");
    assertThat(workflow.getStatus().isReady()).isFalse();
    assertThat(workflow.getStatus().env()).containsEntry("DW_WORKFLOW_NAME", "w");
    assertThat(workflow.getStatus().drivers())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.status()).isNull();
              assertThat(entry.isCompleted()).isFalse();
            });
  }

  @Test
  void a_new_workflow_has_neither_spec_nor_status() {
    Workflow workflow = Serialization.unmarshal("{\"metadata\":{\"name\":\"w\"}}", Workflow.class);
    assertThat(workflow.getSpec()).isNull();
    assertThat(workflow.getStatus()).isNull();
  }

  @Test
  void computes_have_their_payload_at_the_top() {
    Computes computes =
        Serialization.unmarshal(
            "{\"metadata\":{\"name\":\"w\"},\"data\":[{\"name\":\"compute-0\",\"x\":1}]}",
            Computes.class);
    assertThat(computes.getData()).extracting(Computes.Compute::name).containsExactly("compute-0");
    assertThat(Serialization.asJson(computes))
        .contains("\"data\":[{\"name\":\"compute-0\",\"x\":1}]");
    assertThat(Serialization.asJson(computes)).doesNotContain("spec", "status");
  }

  @Test
  void a_profile_keeps_its_payload_as_it_was_written_and_says_whether_it_is_pinned() {
    NnfContainerProfile profile =
        Serialization.unmarshal(
            "{\"metadata\":{\"name\":\"p\"},\"data\":{\"pinned\":true,\"b\":[1,{\"a\":null}]}}",
            NnfContainerProfile.class);
    assertThat(profile.isPinned()).isTrue();
    assertThat(Serialization.asJson(profile))
        .contains("\"data\":{\"pinned\":true,\"b\":[1,{\"a\":null}]}");
    assertThat(new NnfContainerProfile().isPinned()).isFalse();
  }
}
