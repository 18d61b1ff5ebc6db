package warren.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCheckTest {
  private static final ObjectMapper YAML = new YAMLMapper();

  @Test
  void every_field_of_the_rules_is_one_of_its_model() {
    ModelRules.all()
        .forEach(
            (model, rule) -> {
              Stream<String> named =
                  Stream.of(
                          rule.required().stream(),
                          rule.choices().stream().flatMap(List::stream),
                          rule.exclusive().stream().flatMap(List::stream),
                          rule.values().keySet().stream(),
                          rule.unique().stream().map(ObjectRule.Unique::list))
                      .flatMap(fields -> fields);
              Set<String> fields = ModelCheck.fieldsOf(model);
              assertThat(named).as(model.getSimpleName()).allMatch(fields::contains);
            });
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
      })
  void what_kubernetes_would_refuse_is_told(String container, String told)
      throws JsonProcessingException {
    Told notes = new Told(new ArrayList<>());
    ModelCheck.check(YAML.readTree(container), Container.class, "c", notes);
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
