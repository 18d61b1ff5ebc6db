package warren.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warren.api.SystemConfiguration;

class MachineLayoutTest {
  private final MachineLayout layout =
      MachineLayout.of(
          Serialization.unmarshal(
              """
              apiVersion: dataworkflowservices.github.io/v1alpha7
              kind: SystemConfiguration
              metadata: {name: default, namespace: default}
              spec:
                storageNodes:
                - type: Rabbit
                  name: rabbit-0
                  computesAccess: [{name: compute-0, index: 0}, {name: compute-2, index: 1}]
                - type: Rabbit
                  name: rabbit-1
                  computesAccess:
                  - {name: compute-1, index: 0}
                  - {name: compute-0, index: 5}
                  - {name: compute-3}
                  - {index: 1}
                  - {name: compute-4, index: -1}
                - type: Rabbit
                  computesAccess: [{name: compute-5, index: 0}]
                - type: Tape
                  name: tape-0
                  computesAccess: [{name: compute-9, index: 0}]
                externalComputeNodes: [{name: login-0}]
              """,
              SystemConfiguration.class));

  @Test
  void rabbits_come_in_the_order_of_the_computes_each_once() {
    assertThat(layout.rabbitsOf(List.of("compute-1", "compute-0", "compute-2")))
        .containsExactly("rabbit-1", "rabbit-0");
  }

  @Test
  void a_compute_has_its_place_on_its_first_rabbit() {
    assertThat(layout.place("compute-2")).contains(new ComputePlace("compute-2", "rabbit-0", 1));
    assertThat(layout.place("compute-0")).contains(new ComputePlace("compute-0", "rabbit-0", 0));
  }

  @Test
  void computes_under_no_rabbit_are_named() {
    assertThat(layout.unknown(List.of("compute-0", "login-0", "compute-9", "login-0")))
        .containsExactly("login-0", "compute-9");
    assertThat(layout.rabbitsOf(List.of("login-0"))).isEmpty();
    assertThat(layout.place("compute-9")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"compute-3", "compute-4", "compute-5"})
  void a_compute_without_its_index_or_its_rabbits_name_is_under_none(String compute) {
    assertThat(layout.place(compute)).isEmpty();
  }

  @Test
  void the_places_of_a_jobs_computes_on_a_rabbit_leave_the_others_out() {
    assertThat(layout.placesOn("rabbit-0", List.of("compute-2", "compute-1", "compute-2")))
        .containsExactly(new ComputePlace("compute-2", "rabbit-0", 1));
  }

  @Test
  void a_system_configuration_without_spec_has_no_computes() {
    assertThat(MachineLayout.of(new SystemConfiguration()).places()).isEmpty();
  }
}
