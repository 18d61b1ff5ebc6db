package warren.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import warren.api.SystemConfiguration;

class MachineLayoutTest {
  private static final MachineLayout LAYOUT =
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
                  computesAccess: [{name: compute-1, index: 0}, {name: compute-0, index: 5}]
                - type: Tape
                  name: tape-0
                  computesAccess: [{name: compute-9, index: 0}]
                externalComputeNodes: [{name: login-0}]
              """,
              SystemConfiguration.class));

  @Test
  void rabbits_come_in_the_order_of_the_computes_each_once() {
    assertThat(LAYOUT.rabbitsOf(List.of("compute-1", "compute-0", "compute-2")))
        .containsExactly("rabbit-1", "rabbit-0");
  }

  @Test
  void a_compute_has_its_place_on_its_first_rabbit() {
    assertThat(LAYOUT.place("compute-2")).contains(new ComputePlace("compute-2", "rabbit-0", 1));
    assertThat(LAYOUT.place("compute-0")).contains(new ComputePlace("compute-0", "rabbit-0", 0));
  }

  @Test
  void computes_under_no_rabbit_are_named() {
    assertThat(LAYOUT.unknown(List.of("compute-0", "login-0", "compute-9", "login-0")))
        .containsExactly("login-0", "compute-9");
    assertThat(LAYOUT.rabbitsOf(List.of("login-0"))).isEmpty();
    assertThat(LAYOUT.place("compute-9")).isEmpty();
  }

  @Test
  void the_places_of_a_jobs_computes_on_a_rabbit_leave_the_others_out() {
    assertThat(LAYOUT.placesOn("rabbit-0", List.of("compute-2", "compute-1", "compute-2")))
        .containsExactly(new ComputePlace("compute-2", "rabbit-0", 1));
  }

  @Test
  void a_system_configuration_without_spec_has_no_computes() {
    assertThat(MachineLayout.of(new SystemConfiguration()).places()).isEmpty();
  }
}
