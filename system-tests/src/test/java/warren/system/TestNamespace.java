package warren.system;

import java.nio.file.Path;
import java.util.List;

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

  /** Leaves it to the next test. */
  @Override
  public void close() {
    lab.giveBack(name);
  }
}
