package warren.operator.admission.certificates;

import java.util.Map;
import java.util.Optional;

/** A Secret and a bundle in memory, whose writer dies at a write, before or after it counts. */
final class MemoryCustody implements Custody {
  /** The writer is dead; what it wrote before stays. */
  static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Optional<Kept> secret = Optional.empty();
  private Optional<String> bundle = Optional.of("");
  private int writes;
  private int fatalWrite;
  private boolean counts;
  private Runnable afterWrite = () -> {};

  /**
   * Lets the writer die once.
   *
   * @param write at which write from now on, counted from 1
   * @param written whether that write still counts
   */
  void killAt(int write, boolean written) {
    writes = 0;
    fatalWrite = write;
    counts = written;
  }

  /** To be run after each write that counts. */
  void afterWrite(Runnable task) {
    afterWrite = task;
  }

  /** What somebody else does. */
  void set(Optional<Map<String, String>> data, Optional<String> trusted) {
    secret = data.map(values -> new Kept(values, "edited"));
    bundle = trusted;
  }

  Optional<Credentials> held() {
    return secret.flatMap(kept -> CredentialsSecret.read(kept.data()));
  }

  int writes() {
    return writes;
  }

  @Override
  public Optional<Kept> secret() {
    return secret;
  }

  @Override
  public Optional<String> bundle() {
    return bundle;
  }

  @Override
  public void create(Map<String, String> data) {
    if (secret.isPresent()) {
      throw new IllegalStateException("there is one already");
    }
    write(() -> secret = Optional.of(new Kept(data, "created")));
  }

  @Override
  public void replace(Map<String, String> data, String version) {
    if (!secret.orElseThrow().version().equals(version)) {
      throw new IllegalStateException("it is another one by now");
    }
    write(() -> secret = Optional.of(new Kept(data, version + "'")));
  }

  @Override
  public void trust(String trusted) {
    if (bundle.isEmpty()) {
      throw new IllegalStateException("there is no webhook configuration");
    }
    write(() -> bundle = Optional.of(trusted));
  }

  private void write(Runnable effect) {
    writes++;
    if (writes != fatalWrite || counts) {
      effect.run();
      afterWrite.run();
    }
    if (writes == fatalWrite) {
      throw new Death();
    }
  }
}
