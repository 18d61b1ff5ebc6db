package warren.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCheckTest {
  private static final ObjectMapper YAML = new YAMLMapper();

  @Test
  void every_field_of_the_rules_is_one_of_its_model() {
    ModelRules.all().forEach(ModelCheckTest::hasTheFieldsOf);
  }

  private static void hasTheFieldsOf(Class<?> model, ObjectRule rule) {
    for (Demand demand : rule.demands()) {
      assertThat(demand.fields())
          .as(model.getSimpleName())
          .allMatch(ModelCheck.fieldsOf(model)::containsKey);
      switch (demand) {
        case Demand.When more -> hasTheFieldsOf(model, more.then());
        case Demand.Within more -> {
          JavaType type = ModelCheck.fieldsOf(model).get(more.field());
          hasTheFieldsOf(
              (type.isCollectionLikeType() ? type.getContentType() : type).getRawClass(),
              more.rule());
        }
        case Demand other -> {}
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|",
        "{resources: {limits: {cpu: 0.5, memory: .5e3, nvidia.com/gpu: 1}}}|",
        "{resources: {limits: {cpus: 1}}}|c.resources.limits.cpus unknown",
        "{resources: {limits: {cpu: -1}}}|c.resources.limits.cpu is '-1', less than nothing",
        "{resources: {requests: {cpu: 1001m}, limits: {cpu: 1}}}|c.resources.requests.cpu is"
            + " '1001m', more than the limit '1'",
        "{livenessProbe: {httpGet: {port: 80, host: 192.0.2.1}}}|c.livenessProbe.httpGet.host"
            + " refused",
        "{livenessProbe: {httpGet: {port: 80, host: ''}}}|",
        "{livenessProbe: {tcpSocket: {port: http-1}}}|",
        "{livenessProbe: {tcpSocket: {port: '80'}}}|c.livenessProbe.tcpSocket.port is '80', not a"
            + " port from 1 to 65535, or a port's name",
        "{livenessProbe: {exec: {command: [a, 7]}}}|c.livenessProbe.exec.command[1] is '7', not a"
            + " text",
        "{ports: [{containerPort: 1.5}]}|c.ports[0].containerPort is '1.5', not a whole number",
        "{ports: [{containerPort: 80, name: a}, {containerPort: 81, name: a}]}|c.ports[1].name is"
            + " 'a', as another port's is",
        "{env: [{name: A, valueFrom: {}}]}|c.env[0].valueFrom has none of its kinds",
        "{env: [7]}|c.env[0] is '7', not an object",
        "{env: [null]}|c.env[0] is 'null', not a value",
        "{args: [a, ~]}|c.args[1] is 'null', not a value",
        "{resources: {limits: {cpu: '1e99'}}}|",
        "{resources: {limits: {cpu: '1e1000000000'}}}|c.resources.limits.cpu is '1e1000000000', not"
            + " an amount such as 2, 500m or 1.5Gi",
        "{lifecycle: {stopSignal: SIGINT}}|c.lifecycle.stopSignal refused",
        "{ports: [{containerPort: 1, name: '', protocol: ''}, {containerPort: 2, name: ''}]}|",
        "{env: [{name: ''}]}|c.env[0].name is missing",
        "{env: [{name: A, value: '', valueFrom: {fieldRef: {fieldPath: metadata.uid}}}]}|",
        "{lifecycle: {preStop: {exec: {command: []}}}}|c.lifecycle.preStop.exec.command is missing",
        "{livenessProbe: {grpc: {port: 1}, successThreshold: 2}}|c.livenessProbe.successThreshold"
            + " is '2', not a whole number from 1 to 1",
        "{resources: {limits: {example.com/gpu: 1500m}}}|c.resources.limits.example.com/gpu is"
            + " '1500m', not a whole number",
        "{resources: {limits: {example.com/gpu: 2000m}}}|",
        "{resources: {requests: {example.com/gpu: 1}}}|c.resources.limits.example.com/gpu is"
            + " missing",
        "{resources: {requests: {example.com/gpu: 1}, limits: {example.com/gpu: 2}}}"
            + "|c.resources.requests.example.com/gpu is '1', and the limit is '2'",
        "{resources: {requests: {example.com/gpu: 1}, limits: {example.com/gpu: 1}}}|",
        "{resources: {limits: {example.com/: 1}}}|c.resources.limits.example.com/ unknown",
        "{resources: {limits: {memory: 1Gi, hugepages-2Mi: 3Mi}}}|c.resources.limits.hugepages-2Mi"
            + " is '3Mi', not a number of whole pages of that size",
        "{resources: {limits: {cpu: 1, hugepages-2Mi: 4Mi}}}|",
        "{resources: {limits: {hugepages-2Mi: 4Mi}}}|c.resources has huge pages without cpu or"
            + " memory",
        "{resources: {limits: {cpu: 1, hugepages-2Mi: 4Mi}, requests: {hugepages-2Mi: 2Mi}}}"
            + "|c.resources.requests.hugepages-2Mi is '2Mi', and the limit is '4Mi'",
      })
  void what_kubernetes_would_refuse_is_told(String container, String told)
      throws JsonProcessingException {
    Told notes = new Told(new ArrayList<>());
    ModelCheck.check(YAML.readTree(container), Container.class, "c", notes);
    assertThat(notes.lines()).isEqualTo(told == null ? List.of() : List.of(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{nodeSelector: {example.com/a: b}}|",
        "{nodeSelector: {a b: c}}|p.nodeSelector.a b is not a label's or annotation's name: up to"
            + " 63 letters, digits, '-', '_' and '.', after a domain and '/' or not",
        "{hostAliases: [{ip: '::ffff:192.0.2.1', hostnames: [a.example]}]}|",
        "{hostAliases: [{ip: '1::2::3'}]}|p.hostAliases[0].ip is '1::2::3', not an IP address",
        "{hostAliases: [{ip: '12:30'}]}|p.hostAliases[0].ip is '12:30', not an IP address",
        "{initContainers: [{name: a, lifecycle: {}}]}|p.initContainers[0].lifecycle refused",
        "{initContainers: [{name: a, restartPolicy: Always, lifecycle: {}}]}|",
        "{affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey:"
            + " a, labelSelector: {matchLabels: {a: b c}}}]}}}"
            + "|p.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"
            + ".labelSelector.matchLabels.a is 'b c', not a label's value: up to 63 letters, digits,"
            + " '-', '_' and '.'",
      })
  void what_kubernetes_would_refuse_of_a_pod_is_told(String pod, String told)
      throws JsonProcessingException {
    Told notes = new Told(new ArrayList<>());
    ModelCheck.check(YAML.readTree(pod), PodSpec.class, "p", notes);
    assertThat(notes.lines()).isEqualTo(told == null ? List.of() : List.of(told));
  }

  private record Told(List<String> lines) implements ModelNotes {
    @Override
    public void unknown(String path, String field, String what, Collection<String> known) {
      lines.add(path + " unknown");
    }

    @Override
    public void invalid(String path, String fault, String hint) {
      lines.add(path + " " + fault);
    }

    @Override
    public void refused(String path, String reason) {
      lines.add(path + " refused");
    }
  }
}
