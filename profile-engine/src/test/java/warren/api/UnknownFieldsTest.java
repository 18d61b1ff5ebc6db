package warren.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read, edited and written differs in nothing but the edit, at every level. */
class UnknownFieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Arguments> edits() {
    return Stream.of(
        edit(
            Workflow.class,
            """
            {"spec": {"desiredState": "PreRun", "wlmID": "flux", "jobID": 7, "userID": 4294967294,
                      "groupID": 1, "forceReady": false, "dwDirectives": ["#DW"]},
             "status": {"state": "PreRun", "ready": true, "requires": ["copy-offload"],
                        "directiveBreakdowns": [{"kind": "K", "name": "n"}],
                        "drivers": [{"driverID": "d", "taskID": "", "dwdIndex": 0, "lastHB": 0,
                                     "watchState": "PreRun", "completed": false}],
                        "computes": {"kind": "Computes", "name": "w", "uid": "u", "fieldPath": "f"}}}
            """,
            workflow -> {
              WorkflowSpec spec = workflow.getSpec();
              workflow.setSpec(
                  new WorkflowSpec(
                      "Teardown",
                      spec.wlmID(),
                      spec.jobID(),
                      spec.userID(),
                      spec.groupID(),
                      spec.hurry(),
                      spec.forceReady(),
                      spec.dwDirectives(),
                      spec.unknown()));
            },
            "/spec/desiredState",
            "\"Teardown\""),
        edit(
            Computes.class,
            "{\"data\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}",
            computes -> {
              var data = new ArrayList<>(computes.getData());
              data.set(1, new Computes.Compute("c", data.get(1).unknown()));
              computes.setData(data);
            },
            "/data/1/name",
            "\"c\""),
        edit(
            SystemConfiguration.class,
            """
            {"spec": {"ports": [5000, "5002-5005"], "portsCooldownInSeconds": 0,
                      "externalComputeNodes": [{"name": "e"}],
                      "storageNodes": [{"type": "Rabbit", "name": "r",
                                        "computesAccess": [{"name": "c", "index": 0}]}]},
             "status": {"ready": true, "error": {"debugMessage": "d", "type": "WLM"}}}
            """,
            system ->
                system.setStatus(
                    new SystemConfiguration.Status(
                        false, system.getStatus().error(), system.getStatus().unknown())),
            "/status/ready",
            "false"),
        edit(
            PersistentStorageInstance.class,
            """
            {"spec": {"name": "n", "fsType": "lustre", "dwDirective": "#DW", "userID": 1050,
                      "state": "Active", "consumerReferences": [{"name": "c"}]},
             "status": {"state": "Active", "servers": {"kind": "Servers", "name": "s"},
                        "error": {"debugMessage": "d", "type": "User", "severity": "Fatal"}}}
            """,
            storage -> {
              PersistentStorageInstance.Spec spec = storage.getSpec();
              storage.setSpec(
                  new PersistentStorageInstance.Spec(
                      spec.name(),
                      spec.fsType(),
                      spec.dwDirective(),
                      spec.userID(),
                      "Destroying",
                      spec.consumerReferences(),
                      spec.unknown()));
            },
            "/spec/state",
            "\"Destroying\""),
        edit(
            DWDirectiveRule.class,
            """
            {"spec": [{"command": "container", "watchStates": "Setup", "ruleDefs": [
                {"key": "^name$", "type": "string", "pattern": "a", "isRequired": true,
                 "isValueRequired": true, "uniqueWithin": "names"},
                {"key": "n", "type": "integer", "min": -1, "max": 9000000000},
                {"key": "l", "type": "list-of-string", "patterns": ["a", "b"]}]},
               {"command": "bare", "ruleDefs": []}]}
            """,
            rules -> {
              DWDirectiveRule.Rule first = rules.getSpec().getFirst();
              rules
                  .getSpec()
                  .set(
                      0,
                      new DWDirectiveRule.Rule(
                          first.command(),
                          "warren",
                          first.watchStates(),
                          first.ruleDefs(),
                          first.unknown()));
            },
            "/spec/0/driverLabel",
            "\"warren\""),
        edit(
            NnfContainerProfile.class,
            "{\"data\": {\"numPorts\": 1, \"spec\": {\"containers\": [{\"name\": \"a\"}]}}}",
            profile -> profile.getData().put("pinned", true),
            "/data/pinned",
            "true"),
        edit(
            NnfContainerData.class,
            """
            {"data": {"volumes": [{"name": "v", "command": "jobdw", "directiveIndex": 0,
                                   "mountPath": "/mnt"}]}}
            """,
            data -> {
              var volumes = data.getData().volumes();
              volumes.set(
                  0,
                  new NnfContainerData.Volume(
                      "v", "jobdw", 1, "/mnt", volumes.getFirst().unknown()));
            },
            "/data/volumes/0/directiveIndex",
            "1"),
        edit(
            NnfPortManager.class,
            """
            {"spec": {"systemConfiguration": {"name": "default"}, "allocations": [
                        {"requester": {"kind": "Workflow", "uid": "u"}, "count": 2}]},
             "status": {"status": "Ready", "allocations": [
                        {"requester": {"uid": "u"}, "ports": [5000, 5001], "status": "InUse"}]}}
            """,
            ports ->
                ports.setStatus(
                    new NnfPortManager.Status(
                        ports.getStatus().allocations(),
                        "SystemConfigurationNotFound",
                        ports.getStatus().unknown())),
            "/status/status",
            "\"SystemConfigurationNotFound\""));
  }

  private static <M extends OpenResource<?, ?>> Arguments edit(
      Class<M> model, String json, Consumer<M> edit, String place, String value) {
    return Arguments.of(model, json, edit, place, value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  <M extends OpenResource<?, ?>> void only_the_edit_changes(
      Class<M> model, String json, Consumer<M> edit, String place, String value) throws Exception {
    ObjectNode stored = (ObjectNode) JSON.readTree(json);
    M empty = model.getDeclaredConstructor().newInstance();
    stored.put("apiVersion", empty.getApiVersion()).put("kind", empty.getKind());
    stored.putObject("metadata").put("name", "w").put("namespace", "default");
    addUnknown(stored);

    for (M read :
        List.of(
            Serialization.unmarshal(stored.toString(), model), JSON.treeToValue(stored, model))) {
      assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(stored);
      edit.accept(read);
      ObjectNode edited = stored.deepCopy();
      put(edited, place, JSON.readTree(value));
      assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(edited);
      assertThat(JSON.readTree(Serialization.asJson(read))).isEqualTo(edited);
    }
  }

  /** Fields of every kind at every level. */
  private static void addUnknown(JsonNode node) {
    node.forEach(UnknownFieldsTest::addUnknown);
    if (node instanceof ObjectNode level) {
      level.put("laterText", "x").put("laterNumber", 9_007_199_254_740_993L).put("unknown", 1.5);
      level.putObject("laterObject").putArray("list").add(true).addNull();
    }
  }

  private static void put(ObjectNode root, String place, JsonNode value) {
    int last = place.lastIndexOf('/');
    JsonNode parent = root.at(place.substring(0, last));
    ((ObjectNode) parent).set(place.substring(last + 1), value);
  }
}
