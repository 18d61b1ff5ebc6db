package warren.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warren.cluster.ClusterStatus.Absent;
import warren.cluster.ClusterStatus.Broken;
import warren.cluster.ClusterStatus.NodeInfo;
import warren.cluster.ClusterStatus.Running;
import warren.cluster.Observation.Api;
import warren.cluster.Observation.Container;

class StatusDecisionTest {
  private static final StateDirectory STATE =
      new StateDirectory(Path.of("/base"), new ClusterName("warren-x-01234567"));
  private static final Api ALL_READY = api(true, true, true);

  @Test
  void is_absent_when_nothing_was_seen() {
    assertThat(decide(new Observation(Map.of(), 0, false, false, false, Optional.empty())))
        .isEqualTo(new Absent());
  }

  @Test
  void is_running_when_all_is_there_and_every_node_ready() {
    ClusterStatus status = decide(complete(containers(), ALL_READY));
    assertThat(status)
        .isInstanceOfSatisfying(
            Running.class,
            running -> {
              assertThat(running.registryAddress()).isEqualTo("127.0.0.1:32000");
              assertThat(running.nodes())
                  .extracting(NodeInfo::name)
                  .containsExactly("server", "rabbit-0", "rabbit-1");
            });
    assertThat(status.text())
        .contains("rabbit-1  Ready  Kubernetes v1, runtime://1")
        .contains("/base/warren-x-01234567/storage/lustre (lustre, on every Rabbit)")
        .contains("/base/warren-x-01234567/storage/rabbit-0 (gfs2, on rabbit-0)");
  }

  @Test
  void is_broken_by_a_container_that_does_not_run() {
    Map<Member, Container> containers = containers();
    containers.put(
        Member.RABBIT_1,
        new Container("d", "exited", "Exited (137) 2 seconds ago", Optional.empty()));
    Observation seen = new Observation(containers, 0, true, true, true, Optional.empty());
    assertThat(decide(seen))
        .isEqualTo(broken("container rabbit-1 does not run (Exited (137) 2 seconds ago)"));
    assertThat(StatusDecision.mayHeal(seen)).isFalse();
  }

  @Test
  void is_broken_by_a_container_that_is_missing() {
    Map<Member, Container> containers = containers();
    containers.remove(Member.REGISTRY);
    assertThat(decide(new Observation(containers, 0, true, true, true, Optional.empty())))
        .isEqualTo(broken("there is no container registry"));
  }

  @Test
  void is_broken_when_its_start_never_came_to_an_end() {
    assertThat(decide(new Observation(containers(), 0, true, true, false, Optional.empty())))
        .isEqualTo(broken("it was never completely up"));
  }

  @Test
  void is_broken_when_only_leftovers_are_there() {
    assertThat(decide(new Observation(Map.of(), 2, true, false, false, Optional.empty())))
        .isInstanceOfSatisfying(
            Broken.class,
            broken ->
                assertThat(broken.reasons())
                    .contains("2 containers have its label but are no part of it"));
    assertThat(decide(new Observation(Map.of(), 0, true, false, false, Optional.empty())))
        .isInstanceOf(Broken.class);
    assertThat(decide(new Observation(Map.of(), 0, false, true, true, Optional.empty())))
        .isInstanceOf(Broken.class);
  }

  @Test
  void is_broken_but_may_heal_when_a_node_is_not_ready() {
    Observation seen = complete(containers(), api(true, false, true));
    assertThat(decide(seen)).isEqualTo(broken("node rabbit-0 is not Ready"));
    assertThat(StatusDecision.mayHeal(seen)).isTrue();
  }

  @Test
  void is_broken_but_may_heal_when_the_api_server_is_silent() {
    Observation seen = complete(containers(), new Api.Silent("refused"));
    assertThat(decide(seen)).isEqualTo(broken("its API server does not answer (refused)"));
    assertThat(StatusDecision.mayHeal(seen)).isTrue();
  }

  @Test
  void tells_every_reason() {
    Map<Member, Container> containers = containers();
    containers.remove(Member.SERVER);
    containers.remove(Member.RABBIT_0);
    assertThat(decide(new Observation(containers, 0, false, true, true, Optional.empty())).text())
        .isEqualTo(
            """
            The cluster is broken: there is no container server; there is no container rabbit-0; its network is not there.
            Replace it by: ./warren cluster up""");
  }

  private static ClusterStatus decide(Observation seen) {
    return StatusDecision.decide(STATE, seen);
  }

  private static Broken broken(String reason) {
    return new Broken(List.of(reason));
  }

  private static Observation complete(Map<Member, Container> containers, Api api) {
    return new Observation(containers, 0, true, true, true, Optional.of(api));
  }

  private static Map<Member, Container> containers() {
    Map<Member, Container> containers = new EnumMap<>(Member.class);
    for (Member member : Member.nodes()) {
      containers.put(
          member, new Container(member.id(), "running", "Up 2 minutes", Optional.empty()));
    }
    containers.put(
        Member.REGISTRY, new Container("r", "running", "Up 2 minutes", Optional.of(32000)));
    return containers;
  }

  private static Api api(boolean server, boolean rabbit0, boolean rabbit1) {
    return new Api.Nodes(
        List.of(node("server", server), node("rabbit-0", rabbit0), node("rabbit-1", rabbit1)));
  }

  private static NodeInfo node(String name, boolean ready) {
    return new NodeInfo(name, ready, "v1", "runtime://1");
  }
}
