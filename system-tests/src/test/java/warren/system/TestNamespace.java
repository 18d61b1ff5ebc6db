package warren.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import warren.api.Workflow;

/**
 * A workflow namespace that one test has to itself, and what the cluster held when the test got it.
 */
final class TestNamespace implements AutoCloseable {
  private final Lab lab;
  private final String name;
  private Inventory before;

  /** To be had from {@link Lab#takeNamespace}. */
  TestNamespace(Lab lab, String name) {
    this.lab = lab;
    this.name = name;
    begin();
  }

  Lab lab() {
    return lab;
  }

  String name() {
    return name;
  }

  /** The site file for {@code warren run} in it. */
  Path site() {
    return lab.site(name);
  }

  /**
   * A name for what is the test's own in a namespace that all share, such as a profile.
   *
   * @param what a part of a Kubernetes name
   */
  String own(String what) {
    return what + "-" + name;
  }

  /** Has the test begin now: what is there by now is not of its making. */
  void begin() {
    before = Inventory.of(lab, name);
  }

  /** What is in the cluster now and was not when the test began, see {@link Inventory}. */
  List<String> left() {
    return Inventory.of(lab, name).beyond(before);
  }

  /** Waits until nothing is left. */
  void awaitNothingLeft(Duration patience) {
    awaitNothingLeft(patience, left -> false);
  }

  /**
   * Waits until nothing is left.
   *
   * @param but what does not count
   */
  void awaitNothingLeft(Duration patience, Predicate<String> but) {
    // To look for everything takes seventy requests, which other tests have to wait for.
    await().atMost(patience).pollInterval(Duration.ofMillis(500)).until(this::hasNoWorkflow);
    await()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(left()).filteredOn(but.negate()).isEmpty());
  }

  private boolean hasNoWorkflow() {
    return lab.client().resources(Workflow.class).inNamespace(name).list().getItems().isEmpty();
  }

  /** Leaves it to the next test. */
  @Override
  public void close() {
    lab.giveBack(name);
  }
}
